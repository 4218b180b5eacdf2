import { always } from '../../../domain/policy/policySchedule'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import type { EventData } from '../../../domain/chronology/eventKinds'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { sentence } from '../../../domain/timeline/sentence'
import { standing } from '../../../domain/timeline/standing'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts, obligationsOf, summary } from '../facts'

const received = (on: string, id = `received ${on}`) => event('referral-received', on, { source: '2A' }, { id })
const decided = (on: string, outcome: EventData['referral-decided']['outcome'] = 'accepted', id = `decided ${on}`) =>
  event('referral-decided', on, { outcome, reason: 'threshold met' }, { id })
const told = (on: string) => event('referrer-told', on, {})
const visit = (on: string, data: EventData['visit-made'] = { seen: true, seenAlone: true }) =>
  event('visit-made', on, data)
const strategy = (on: string, id = `strategy ${on}`) =>
  event('strategy-discussion', on, { opensSection47: true }, { id })
const closed = (on: string) => event('case-closed', on, { reason: 'RC7' })
const reopened = (on: string) => event('case-reopened', on, {})
const left = (on: string, reason: 'died' | 'moved') => event('child-left', on, { reason })
const takenBack = (of: ChronologyEvent) => ({ ...of, id: `${of.id} taken back`, supersedes: of.id, void: true })
const unborn = { children: [{ id: 'c1', bornOn: null, expectedOn: day('2026-08-01') }] }
const two = { children: ['c1', 'c2'].map((id) => ({ id, bornOn: day('2020-01-01'), expectedOn: null })) }
const RUNS = 'cancelled 2040-01-05'

const stateOf = (rule: string, given: CaseFacts) =>
  obligationsOf(rule, given).map((one) => standing(one, day('2026-12-01'), calendar).state)
const told1 = (rule: string, given: CaseFacts) => {
  const [one] = obligationsOf(rule, given)
  return [
    ...(one?.reminders ?? []).map(({ step, on, to }) => `${on.toString()} ${step} ${to.join(' and ')}`),
    ...(one?.late ?? []).map(({ step, on, at, to }) => `${on.toString()} ${at} ${step} ${to.join(' and ')}`),
  ]
}

describe('referral-decision: 1 working day from the referral received to its decision', () => {
  it.each([
    { on: '2026-09-01', due: '2026-09-02', because: 'a Tuesday: the Wednesday' },
    { on: '2026-09-04', due: '2026-09-07', because: 'a Friday: the Monday' },
    { on: '2026-09-05', due: '2026-09-07', because: 'a Saturday: the Monday' },
    { on: '2026-08-28', due: '2026-09-01', because: 'over the summer bank holiday, 31 August' },
  ])('received on $on, by $due: $because', ({ on, due }) => {
    expect(summary('referral-decision', facts([received(on)]))).toEqual([`${due} ${RUNS}`])
  })

  it.each([
    { events: [decided('2026-09-02')], state: 'met', because: 'accepted on the day it was due' },
    { events: [decided('2026-09-02', 'no-action')], state: 'met', because: 'no further action is a decision' },
    { events: [decided('2026-09-02', 'early-help')], state: 'met', because: 'so is early help' },
    { events: [decided('2026-09-03')], state: 'met-late', because: 'a day later' },
    {
      events: [event('referral-decided', '2026-09-02', { outcome: 'accepted' })],
      state: 'met',
      because: 'an import carries no reason',
    },
    { events: [closed('2026-09-02')], state: 'cancelled', because: 'the case closed undecided' },
    { events: [left('2026-09-02', 'died')], state: 'cancelled', because: 'the child died' },
    { events: [left('2026-09-02', 'moved')], state: 'cancelled', because: 'the child moved away' },
    { events: [closed('2026-09-02'), decided('2026-09-02')], state: 'met', because: 'both on one day' },
    { events: [], state: 'overdue', because: 'nobody decided' },
  ])('$state: $because', ({ events, state }) => {
    expect(stateOf('referral-decision', facts([received('2026-09-01'), ...events]))).toEqual([state])
  })

  it('a child has one open referral at a time: a second is a problem, and the first keeps its clock', () => {
    const given = facts([received('2026-09-01'), received('2026-09-08')])
    expect(obligationsOf('referral-decision', given).map(({ trigger }) => trigger)).toEqual(['received 2026-09-01'])
    expect(timeline(given, always(englandFamilySafeguarding1), calendar).problems.map(({ events }) => events)).toEqual([
      ['received 2026-09-01', 'received 2026-09-08'],
    ])
  })

  it('one received after the case had closed has its own', () => {
    const given = facts([received('2026-03-02'), closed('2026-03-10'), received('2026-09-01'), decided('2026-09-01')])
    expect(summary('referral-decision', given)).toEqual([
      '2026-03-03 cancelled 2026-03-10',
      '2026-09-02 met 2026-09-01',
    ])
  })

  it('the front-door manager is reminded on the due day, the service manager told a working day later', () => {
    expect(told1('referral-decision', facts([received('2026-09-03')]))).toEqual([
      '2026-09-04 due-0 front-door-manager',
      '2026-09-07 morning late service-manager',
    ])
  })

  it('a corrected day moves the date and keeps the name; a referral taken back has no clock; siblings have their own', () => {
    const corrected = event('referral-received', '2026-09-03', { source: '2A' }, { supersedes: 'received 2026-09-01' })
    const [one] = obligationsOf('referral-decision', facts([received('2026-09-01'), corrected]))
    expect([one?.trigger, one?.dueOn.toString()]).toEqual(['received 2026-09-01', '2026-09-04'])
    const first = received('2026-09-01')
    expect(summary('referral-decision', facts([first, takenBack(first)]))).toEqual([])
    const own = { ...decided('2026-09-02'), children: ['c1'] }
    expect(stateOf('referral-decision', facts([first, own], two))).toEqual(['met', 'overdue'])
  })
})

describe('referrer-feedback: 5 working days from the decision until the referrer is told', () => {
  const start = [received('2026-08-24'), decided('2026-08-25')]
  it.each([
    { events: start, gives: [`2026-09-02 ${RUNS}`], because: 'over the summer bank holiday' },
    { events: [received('2026-08-24')], gives: [], because: 'nothing is decided' },
    {
      events: [received('2026-08-24'), decided('2026-08-25', 'no-action')],
      gives: [`2026-09-02 ${RUNS}`],
      because: 'no further action ends the referral, and the feedback is still owed',
    },
    { events: [...start, told('2026-09-02')], gives: ['2026-09-02 met 2026-09-02'], because: 'told on the last day' },
    { events: [...start, told('2026-08-24')], gives: [`2026-09-02 ${RUNS}`], because: 'told before it was decided' },
    {
      events: [...start, closed('2026-08-27')],
      gives: ['2026-09-02 cancelled 2026-08-27'],
      because: 'closing the case ends everything but follow-ups',
    },
    {
      events: [...start, closed('2026-08-27'), told('2026-08-27')],
      gives: ['2026-09-02 met 2026-08-27'],
      because: 'told on the day it closed',
    },
    {
      events: [...start, closed('2026-08-27'), reopened('2026-10-01')],
      gives: ['2026-09-02 cancelled 2026-08-27'],
      because: 'a reopening owes nobody an old answer',
    },
    {
      events: [...start, left('2026-08-27', 'died')],
      gives: ['2026-09-02 cancelled 2026-08-27'],
      because: 'the child died',
    },
    {
      events: [
        received('2026-03-02', 'r1'),
        closed('2026-03-10'),
        event('referral-decided', '2026-03-12', { outcome: 'accepted', referral: 'r1' }),
      ],
      gives: [],
      because: 'decided after the case had closed',
    },
    {
      events: [
        received('2026-03-02'),
        decided('2026-03-02'),
        closed('2026-08-25'),
        received('2026-08-25', 'r2'),
        decided('2026-08-25', 'accepted', 'd2'),
      ],
      gives: ['2026-03-09 cancelled 2026-08-25', `2026-09-02 ${RUNS}`],
      because: 'the closing on the day of a new referral is that of the old one',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('referrer-feedback', facts(events))).toEqual(gives)
  })

  it('is late on the day after, is told to the team manager after three working days, and says from which day it runs', () => {
    expect(stateOf('referrer-feedback', facts([...start, told('2026-09-03')]))).toEqual(['met-late'])
    expect(told1('referrer-feedback', facts(start))).toEqual([
      '2026-09-01 due-1wd front-door-manager',
      '2026-09-07 morning late team-manager',
    ])
    const refused = facts([received('2026-08-24'), decided('2026-08-25', 'no-action')])
    expect(obligationsOf('referrer-feedback', refused)[0]?.explanation.map(sentence)[0]).toBe(
      'Referral decided on 25 August 2026',
    )
  })

  it('a decision corrected keeps the name; one taken back owes nothing', () => {
    const corrected = event(
      'referral-decided',
      '2026-08-26',
      { outcome: 'no-action' },
      { id: 'x', supersedes: 'decided 2026-08-25' },
    )
    const [one] = obligationsOf('referrer-feedback', facts([...start, corrected]))
    expect([one?.trigger, one?.dueOn.toString()]).toEqual(['decided 2026-08-25', '2026-09-03'])
    expect(summary('referrer-feedback', facts([...start, takenBack(decided('2026-08-25'))]))).toEqual([])
  })
})

describe('assessment-child-seen: 10 working days from the referral accepted to a visit with the child seen', () => {
  const start = [received('2026-03-20'), decided('2026-03-23')]
  it.each([
    { events: start, gives: [`2026-04-08 ${RUNS}`], because: 'Good Friday and Easter Monday do not count' },
    { events: [...start, visit('2026-04-08')], gives: ['2026-04-08 met 2026-04-08'], because: 'seen on the last day' },
    {
      events: [...start, visit('2026-04-08', { seen: true })],
      gives: ['2026-04-08 met 2026-04-08'],
      because: 'alone or not',
    },
    { events: [...start, visit('2026-04-01', { seen: false })], gives: [`2026-04-08 ${RUNS}`], because: 'not seen' },
    { events: [...start, visit('2026-03-20')], gives: [`2026-04-08 ${RUNS}`], because: 'before it was accepted' },
    { events: [received('2026-03-20'), decided('2026-03-23', 'no-action')], gives: [], because: 'not accepted' },
    {
      events: [...start, event('transfer-in-notified', '2026-03-20', {})],
      gives: [`2026-04-08 ${RUNS}`],
      because: 'it comes with a transfer-in conference: only the assessment falls away',
    },
    {
      events: [...start, event('assessment-authorised', '2026-04-02', {})],
      gives: [`2026-04-08 ${RUNS}`],
      because: 'an assessment authorised without the child seen leaves it open',
    },
    { events: [...start, closed('2026-03-30')], gives: ['2026-04-08 cancelled 2026-03-30'], because: 'closed' },
    {
      events: [...start, closed('2026-03-30'), reopened('2026-04-01')],
      gives: [`2026-04-08 ${RUNS}`],
      because: 'the referral of a case reopened is open again',
    },
    { events: [...start, left('2026-03-30', 'died')], gives: ['2026-04-08 cancelled 2026-03-30'], because: 'died' },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('assessment-child-seen', facts(events))).toEqual(gives)
  })

  it('before birth any visit to the parents counts', () => {
    expect(summary('assessment-child-seen', facts([...start, visit('2026-04-01', { seen: false })], unborn))).toEqual([
      '2026-04-08 met 2026-04-01',
    ])
  })

  it('is met late after its day; reminds three working days before, tells the team manager the day after', () => {
    expect(stateOf('assessment-child-seen', facts([...start, visit('2026-04-09')]))).toEqual(['met-late'])
    expect(told1('assessment-child-seen', facts(start))).toEqual([
      '2026-04-01 due-3wd social-worker',
      '2026-04-09 morning late team-manager',
    ])
  })

  it('what fell due before going live is not known from the import: extracts carry the visits of plans only', () => {
    const given = facts(start, { liveSince: day('2026-04-09') })
    expect(obligationsOf('assessment-child-seen', given)[0]?.notKnownFromImport).toBe(true)
    const later = facts(start, { liveSince: day('2026-04-08') })
    expect(obligationsOf('assessment-child-seen', later)[0]?.notKnownFromImport).toBe(false)
  })
})

describe('enquiry-child-seen: 1 working day from the strategy discussion that opens section 47 to a visit with the child seen, seen alone recorded', () => {
  const start = strategy('2026-04-02')
  it.each([
    { events: [start], gives: [`2026-04-07 ${RUNS}`], because: 'Thursday before Easter: the Tuesday after' },
    { events: [start, visit('2026-04-04')], gives: ['2026-04-07 met 2026-04-04'], because: 'seen on the Saturday' },
    {
      events: [start, visit('2026-04-03', { seen: true, seenAlone: false })],
      gives: ['2026-04-07 met 2026-04-03'],
      because: 'not alone, and that was recorded',
    },
    {
      events: [start, visit('2026-04-03', { seen: true })],
      gives: [`2026-04-07 ${RUNS}`],
      because: 'alone not recorded',
    },
    {
      events: [start, visit('2026-04-03', { seen: false, seenAlone: false })],
      gives: [`2026-04-07 ${RUNS}`],
      because: 'not seen',
    },
    { events: [start, visit('2026-04-01')], gives: [`2026-04-07 ${RUNS}`], because: 'seen before it' },
    { events: [start, visit('2026-04-02')], gives: ['2026-04-07 met 2026-04-02'], because: 'seen that day' },
    {
      events: [start, event('section-47-ended', '2026-04-10', { outcome: 'conference' })],
      gives: ['2026-04-07 cancelled 2026-04-10'],
      because: 'the enquiry ended',
    },
    {
      events: [start, event('section-47-ended', '2026-04-10', { outcome: 'no-conference', enquiry: 'another' })],
      gives: [`2026-04-07 ${RUNS}`],
      because: 'another enquiry ended',
    },
    {
      events: [start, event('icpc-held', '2026-04-20', { outcome: 'no-plan' })],
      gives: [`2026-04-07 ${RUNS}`],
      because: 'a conference sees no child',
    },
    { events: [start, closed('2026-04-08')], gives: ['2026-04-07 cancelled 2026-04-08'], because: 'the case closed' },
    { events: [start, left('2026-04-08', 'moved')], gives: ['2026-04-07 cancelled 2026-04-08'], because: 'moved away' },
    { events: [start, left('2026-04-08', 'died')], gives: ['2026-04-07 cancelled 2026-04-08'], because: 'died' },
    {
      events: [event('strategy-discussion', '2026-04-02', { opensSection47: false })],
      gives: [],
      because: 'it opens no enquiry',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('enquiry-child-seen', facts(events))).toEqual(gives)
  })

  it('one visit answers every enquiry that is open', () => {
    const given = facts([start, strategy('2026-04-08'), visit('2026-04-09')])
    expect(summary('enquiry-child-seen', given)).toEqual(['2026-04-07 met 2026-04-09', '2026-04-09 met 2026-04-09'])
    expect(stateOf('enquiry-child-seen', given)).toEqual(['met-late', 'met'])
  })

  it('before birth any visit to the parents counts', () => {
    expect(summary('enquiry-child-seen', facts([start, visit('2026-04-03', { seen: false })], unborn))).toEqual([
      '2026-04-07 met 2026-04-03',
    ])
  })

  it('reminds the worker at once, and the team manager after 17:00 of the day it is due', () => {
    expect(told1('enquiry-child-seen', facts([start]))).toEqual([
      '2026-04-02 at-once social-worker',
      '2026-04-07 evening late team-manager',
    ])
  })

  it('a corrected discussion keeps the name; each child of two has its own', () => {
    const corrected = { ...strategy('2026-03-31', 'x'), supersedes: start.id }
    const [one] = obligationsOf('enquiry-child-seen', facts([start, corrected]))
    expect([one?.trigger, one?.dueOn.toString()]).toEqual([start.id, '2026-04-01'])
    expect(summary('enquiry-child-seen', facts([start, takenBack(start)]))).toEqual([])
    const own = { ...visit('2026-04-07'), children: ['c2'] }
    expect(stateOf('enquiry-child-seen', facts([start, own], two))).toEqual(['overdue', 'met'])
  })
})

describe('a closing stops what began before it, not what began after it on the same day', () => {
  it('an enquiry opened with the referral that came on the day the last one closed', () => {
    const old = [received('2026-03-02'), decided('2026-03-02'), closed('2026-04-02')]
    const given = facts([
      ...old,
      received('2026-04-02', 'r2'),
      decided('2026-04-02', 'accepted', 'd2'),
      strategy('2026-04-02'),
    ])
    expect(summary('strategy-to-icpc', given)).toEqual([`2026-04-27 ${RUNS}`])
  })

  it('an enquiry opened on the day the case was closed in error and reopened', () => {
    const given = [received('2026-03-02'), decided('2026-03-02'), strategy('2026-04-02'), closed('2026-04-02')]
    expect(summary('strategy-to-icpc', facts(given))).toEqual(['2026-04-27 cancelled 2026-04-02'])
    expect(summary('strategy-to-icpc', facts([...given, reopened('2026-04-02')]))).toEqual([`2026-04-27 ${RUNS}`])
    expect(summary('strategy-to-icpc', facts([...given, reopened('2026-04-07')]))).toEqual([
      '2026-04-27 cancelled 2026-04-02',
    ])
  })
})
