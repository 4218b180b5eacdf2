import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { sentence } from '../../../domain/timeline/sentence'
import { standing } from '../../../domain/timeline/standing'
import { calendar, day, event, facts, obligationsOf, planOn, summary } from '../facts'

type Of = 'icpc' | 'review'
const strategy = (on: string) => event('strategy-discussion', on, { opensSection47: true })
const booked = (on: string, to: string, id = `booked ${on}`) => event('icpc-booked', on, { for: to }, { id })
const reviewBooked = (on: string, to: string, id = `booked ${on}`) => event('review-booked', on, { for: to }, { id })
const cancelled = (on: string, booking: string) => event('meeting-cancelled', on, { booking })
const shared = (on: string, of: Of) => event('report-shared', on, { for: of }, { id: `shared ${on}` })
const icpc = (on: string, quorate?: boolean) =>
  event('icpc-held', on, { outcome: 'plan', ...(quorate === undefined ? {} : { quorate }) })
const review = (on: string, outcome: 'continue' | 'end' = 'continue', quorate?: boolean) =>
  event('review-held', on, { outcome, ...(quorate === undefined ? {} : { quorate }) })
const coreGroup = (on: string, quorate?: boolean) =>
  event('core-group-held', on, quorate === undefined ? {} : { quorate })
const notified = (on: string) => event('transfer-in-notified', on, {})
const transferHeld = (on: string, quorate = true) =>
  event('transfer-in-conference-held', on, { outcome: 'plan', quorate })
const circulated = (on: string, of: 'decision' | 'record', meeting: string) =>
  event('record-circulated', on, { of, meeting }, { id: `${of} ${on}` })
const ended = (on: string) => event('plan-ended', on, { plan: 'cpp', reason: 'moved' })
const closed = (on: string) => event('case-closed', on, { reason: 'RC7' })
const left = (on: string, reason: 'died' | 'moved') => event('child-left', on, { reason })
const takenBack = (of: ChronologyEvent) => ({ ...of, id: `${of.id} taken back`, supersedes: of.id, void: true })
const two = { children: ['c1', 'c2'].map((id) => ({ id, bornOn: day('2020-01-01'), expectedOn: null })) }
const RUNS = 'cancelled 2040-01-05'

/** Each obligation of a rule by its trigger: `booked 2026-03-02: 2026-03-16 met 2026-03-12`. */
const byTrigger = (rule: string, given: CaseFacts) =>
  obligationsOf(rule, given).map(
    ({ trigger, dueOn, end }) =>
      `${trigger}: ${dueOn.toString()} ${end.outcome}${end.outcome === 'open' ? '' : ` ${end.on.toString()}`}`,
  )
const stateOf = (rule: string, given: CaseFacts) =>
  obligationsOf(rule, given).map((one) => standing(one, day('2026-12-01'), calendar).state)
const toldOf = (rule: string, given: CaseFacts) => {
  const [one] = obligationsOf(rule, given)
  return [
    ...(one?.reminders ?? []).map(({ step, on, to }) => `${on.toString()} ${step} ${to.join(' and ')}`),
    ...(one?.late ?? []).map(({ step, on, at, to }) => `${on.toString()} ${at} ${step} ${to.join(' and ')}`),
  ]
}

describe('icpc-report: shared with the family 2 working days before the day the initial conference is booked for', () => {
  const start = [strategy('2026-03-26'), booked('2026-03-27', '2026-04-08')]
  it.each([
    { to: '2026-04-08', due: '2026-04-02', because: 'Easter does not count' },
    { to: '2026-04-15', due: '2026-04-13', because: 'a Wednesday: the Monday' },
    { to: '2026-03-30', due: '2026-03-27', because: 'never behind the day it was booked' },
  ])('booked for $to, by $due: $because', ({ to, due }) => {
    expect(summary('icpc-report', facts([strategy('2026-03-26'), booked('2026-03-27', to)]))).toEqual([
      `${due} ${RUNS}`,
    ])
  })

  it.each([
    { events: [], gives: [`2026-04-02 ${RUNS}`], because: 'not shared' },
    { events: [shared('2026-04-02', 'icpc')], gives: ['2026-04-02 met 2026-04-02'], because: 'shared on the day' },
    {
      events: [shared('2026-03-26', 'icpc')],
      gives: ['2026-04-02 met 2026-03-26'],
      because: 'shared before the booking',
    },
    { events: [shared('2026-04-02', 'review')], gives: [`2026-04-02 ${RUNS}`], because: 'a report for a review' },
    {
      events: [cancelled('2026-03-30', 'booked 2026-03-27')],
      gives: ['2026-04-02 cancelled 2026-03-30'],
      because: 'the booking was cancelled',
    },
    {
      events: [icpc('2026-04-08')],
      gives: [`2026-04-02 ${RUNS}`],
      because: 'held without it: late, for nobody can say it was shared',
    },
    {
      events: [icpc('2026-04-08'), shared('2026-04-10', 'icpc')],
      gives: ['2026-04-02 met 2026-04-10'],
      because: 'shared after the conference',
    },
    {
      events: [icpc('2026-04-08'), circulated('2026-05-01', 'record', 'icpc-held 2026-04-08')],
      gives: ['2026-04-02 cancelled 2026-05-01'],
      because: 'the record of the conference told the family',
    },
    {
      events: [icpc('2026-04-08'), circulated('2026-04-09', 'decision', 'icpc-held 2026-04-08')],
      gives: [`2026-04-02 ${RUNS}`],
      because: 'its decision alone does not',
    },
    {
      events: [event('icpc-not-required', '2026-03-30', { reason: 'not substantiated' })],
      gives: ['2026-04-02 cancelled 2026-03-30'],
      because: 'no conference is needed',
    },
    {
      events: [event('section-47-ended', '2026-03-30', { outcome: 'no-conference' })],
      gives: ['2026-04-02 cancelled 2026-03-30'],
      because: 'the enquiry ended without one',
    },
    {
      events: [event('section-47-ended', '2026-03-30', { outcome: 'conference' })],
      gives: [`2026-04-02 ${RUNS}`],
      because: 'the enquiry ended by calling it',
    },
    {
      events: [
        strategy('2026-03-27'),
        event('section-47-ended', '2026-03-30', {
          outcome: 'no-conference',
          enquiry: 'strategy-discussion 2026-03-26',
        }),
      ],
      gives: [`2026-04-02 ${RUNS}`],
      because: 'another enquiry still needs it',
    },
    { events: [closed('2026-03-30')], gives: ['2026-04-02 cancelled 2026-03-30'], because: 'the case closed' },
    { events: [left('2026-03-30', 'died')], gives: ['2026-04-02 cancelled 2026-03-30'], because: 'the child died' },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('icpc-report', facts([...start, ...events]))).toEqual(gives)
  })

  it('a later booking replaces the one before, whose report falls away by it', () => {
    const moved = booked('2026-03-31', '2026-04-15')
    expect(byTrigger('icpc-report', facts([...start, moved]))).toEqual([
      'booked 2026-03-27: 2026-04-02 cancelled 2026-03-31',
      `booked 2026-03-31: 2026-04-13 ${RUNS}`,
    ])
    const [first] = obligationsOf('icpc-report', facts([...start, moved]))
    expect(first?.end).toMatchObject({ by: 'booked 2026-03-31' })
    expect(byTrigger('icpc-report', facts([...start, moved, cancelled('2026-04-01', moved.id)]))).toEqual([
      `booked 2026-03-27: 2026-04-02 ${RUNS}`,
      'booked 2026-03-31: 2026-04-13 cancelled 2026-04-01',
    ])
  })

  it('moved to a day before, and held then, nothing is left of the first booking', () => {
    const given = [...start, booked('2026-03-30', '2026-04-01'), shared('2026-03-30', 'icpc'), icpc('2026-04-01')]
    expect(byTrigger('icpc-report', facts(given))).toEqual([
      'booked 2026-03-30: 2026-03-30 met 2026-03-30',
      'booked 2026-03-27: 2026-04-02 met 2026-03-30',
    ])
  })

  it('put off, and held between the two days after all, it was one conference with one report', () => {
    const given = [...start, booked('2026-03-30', '2026-04-15'), shared('2026-03-31', 'icpc'), icpc('2026-04-10')]
    expect(byTrigger('icpc-report', facts(given))).toEqual([
      'booked 2026-03-27: 2026-04-02 cancelled 2026-03-30',
      'booked 2026-03-30: 2026-04-13 met 2026-03-31',
    ])
  })

  it('a report shared before the booking was moved counts for both; one of the conference before for neither', () => {
    const moved = booked('2026-03-31', '2026-04-15')
    const given = facts([...start, shared('2026-03-30', 'icpc'), moved])
    expect(byTrigger('icpc-report', given)).toEqual([
      'booked 2026-03-27: 2026-04-02 met 2026-03-30',
      'booked 2026-03-31: 2026-04-13 met 2026-03-30',
    ])
    const old = [shared('2025-09-01', 'icpc'), event('icpc-held', '2025-09-04', { outcome: 'no-plan' })]
    expect(summary('icpc-report', facts([...old, ...start]))).toEqual([`2026-04-02 ${RUNS}`])
    const dropped = [shared('2025-09-01', 'icpc'), event('icpc-not-required', '2025-09-04', { reason: 'none' })]
    expect(summary('icpc-report', facts([...dropped, ...start]))).toEqual([`2026-04-02 ${RUNS}`])
  })

  it('the conference held again has a report of its own, and its booking ends what was late of the first', () => {
    const given = facts([...start, icpc('2026-04-08', false), booked('2026-04-08', '2026-04-20', 'again')])
    expect(byTrigger('icpc-report', given)).toEqual([
      'booked 2026-03-27: 2026-04-02 cancelled 2026-04-08',
      `again: 2026-04-16 ${RUNS}`,
    ])
  })

  it('says the day booked and the day counted back; reminds the worker, tells the team manager on the day', () => {
    const [one] = obligationsOf('icpc-report', facts(start))
    expect(one?.explanation.map(sentence)).toEqual([
      'Initial child protection conference booked for 8 April 2026',
      '2 working days before it is 2 April 2026 (not counted: 3 April 2026, Good Friday; 6 April 2026, Easter Monday)',
      'a Thursday and a working day',
    ])
    expect(toldOf('icpc-report', facts(start))).toEqual([
      '2026-03-31 due-2wd social-worker',
      '2026-04-02 evening late team-manager',
    ])
  })

  it('a booking corrected keeps the name; one taken back asks for nothing; siblings have their own', () => {
    const corrected = { ...booked('2026-03-27', '2026-04-15', 'x'), supersedes: 'booked 2026-03-27' }
    expect(byTrigger('icpc-report', facts([...start, corrected]))).toEqual([`booked 2026-03-27: 2026-04-13 ${RUNS}`])
    expect(summary('icpc-report', facts([...start, takenBack(start[1]!)]))).toEqual([])
    const own = { ...shared('2026-04-01', 'icpc'), children: ['c2'] }
    expect(stateOf('icpc-report', facts([...start, own], two))).toEqual(['overdue', 'met'])
  })
})

describe('review-report: shared 5 working days before the day the review is booked for, while the plan runs', () => {
  const plan = planOn('2026-03-02')
  it.each([
    {
      events: [reviewBooked('2026-04-01', '2026-05-28')],
      gives: [`booked 2026-04-01: 2026-05-20 ${RUNS}`],
      because: 'over the spring bank holiday',
    },
    {
      events: [reviewBooked('2026-04-01', '2026-05-28'), shared('2026-05-20', 'review')],
      gives: ['booked 2026-04-01: 2026-05-20 met 2026-05-20'],
      because: 'shared on the day',
    },
    {
      events: [reviewBooked('2026-04-01', '2026-05-28'), ended('2026-05-04')],
      gives: ['booked 2026-04-01: 2026-05-20 cancelled 2026-05-04'],
      because: 'the plan ended',
    },
    {
      events: [reviewBooked('2026-04-01', '2026-05-28'), review('2026-05-28', 'end', true)],
      gives: ['booked 2026-04-01: 2026-05-20 cancelled 2026-05-28'],
      because: 'the review without it ended the plan',
    },
    {
      events: [ended('2026-05-04'), reviewBooked('2026-05-11', '2026-05-28')],
      gives: [],
      because: 'booked after the plan had ended',
    },
    {
      events: [
        reviewBooked('2026-04-01', '2026-05-28'),
        review('2026-05-28'),
        reviewBooked('2026-06-01', '2026-11-16'),
      ],
      gives: ['booked 2026-04-01: 2026-05-20 cancelled 2026-06-01', `booked 2026-06-01: 2026-11-09 ${RUNS}`],
      because: 'held without it, late until the next one is booked',
    },
    {
      events: [
        reviewBooked('2026-04-01', '2026-05-28', 'first'),
        reviewBooked('2026-04-01', '2026-11-16', 'second'),
        shared('2026-05-20', 'review'),
        review('2026-05-28'),
      ],
      gives: ['first: 2026-05-20 met 2026-05-20', `second: 2026-11-09 ${RUNS}`],
      because: 'two booked ahead: the first was held, the second has a report of its own',
    },
    {
      events: [reviewBooked('2026-04-01', '2026-05-28'), shared('2026-05-12', 'review'), review('2026-05-19')],
      gives: ['booked 2026-04-01: 2026-05-20 met 2026-05-12'],
      because: 'held before the day booked',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(byTrigger('review-report', facts([...plan, ...events]))).toEqual(gives)
  })

  it('is met late when it is shared after its day; reminds twice, tells the team manager on the day', () => {
    const start = [...plan, reviewBooked('2026-04-01', '2026-05-28')]
    expect(stateOf('review-report', facts([...start, shared('2026-05-21', 'review')]))).toEqual(['met-late'])
    expect(toldOf('review-report', facts(start))).toEqual([
      '2026-05-13 due-5wd social-worker',
      '2026-05-19 due-1wd social-worker',
      '2026-05-20 evening late team-manager',
    ])
  })
})

describe('transfer-in-conference: 15 working days from another authority’s notice', () => {
  const start = notified('2026-03-18')
  it.each([
    { events: [], gives: [`2026-04-10 ${RUNS}`], because: 'Easter does not count' },
    { events: [transferHeld('2026-04-10')], gives: ['2026-04-10 met 2026-04-10'], because: 'held on the last day' },
    { events: [transferHeld('2026-04-10', false)], gives: ['2026-04-10 met 2026-04-10'], because: 'held inquorate' },
    { events: [icpc('2026-04-01')], gives: [`2026-04-10 ${RUNS}`], because: 'an initial conference is another' },
    { events: [transferHeld('2026-03-11')], gives: [`2026-04-10 ${RUNS}`], because: 'held before it' },
    { events: [closed('2026-03-25')], gives: ['2026-04-10 cancelled 2026-03-25'], because: 'the case closed' },
    { events: [left('2026-03-25', 'moved')], gives: ['2026-04-10 cancelled 2026-03-25'], because: 'moved on' },
    { events: [left('2026-03-25', 'died')], gives: ['2026-04-10 cancelled 2026-03-25'], because: 'died' },
    {
      events: [notified('2026-03-20'), transferHeld('2026-04-09')],
      gives: ['2026-04-10 met 2026-04-09', '2026-04-14 met 2026-04-09'],
      because: 'one conference answers every notice that is open',
    },
    {
      events: [event('transfer-in-notified', '2026-03-18', {}, { id: 'the same again' })],
      gives: [`2026-04-10 ${RUNS}`],
      because: 'two records of one day are one notice',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('transfer-in-conference', facts([start, ...events]))).toEqual(gives)
  })

  it('shows the day it is booked for, reminds five working days before, tells the team manager the day after', () => {
    const booking = event('transfer-in-conference-booked', '2026-03-19', { for: '2026-04-14' })
    expect(obligationsOf('transfer-in-conference', facts([start, booking]))[0]?.bookedFor?.toString()).toBe(
      '2026-04-14',
    )
    expect(toldOf('transfer-in-conference', facts([start]))).toEqual([
      '2026-04-01 due-5wd social-worker and conference-service',
      '2026-04-13 morning late team-manager',
    ])
    expect(stateOf('transfer-in-conference', facts([start, transferHeld('2026-04-13')]))).toEqual(['met-late'])
  })
})

describe('reconvene: 10 working days from a conference or core group that was inquorate until it is held again, quorate', () => {
  it.each([
    { events: [icpc('2026-03-25', false)], gives: [`2026-04-10 ${RUNS}`], because: 'Easter does not count' },
    { events: [icpc('2026-03-25', true)], gives: [], because: 'quorate' },
    { events: [icpc('2026-03-25')], gives: [], because: 'quorum not recorded counts as quorate' },
    {
      events: [icpc('2026-03-25', false), icpc('2026-04-10', true)],
      gives: ['2026-04-10 met 2026-04-10'],
      because: 'held again on the last day',
    },
    {
      events: [icpc('2026-03-25', false), icpc('2026-04-01')],
      gives: ['2026-04-10 met 2026-04-01'],
      because: 'held again, its quorum not recorded',
    },
    {
      events: [icpc('2026-03-25', false), icpc('2026-04-01', false)],
      gives: ['2026-04-10 cancelled 2026-04-01', `2026-04-17 ${RUNS}`],
      because: 'inquorate again: that one opens its own',
    },
    {
      events: [icpc('2026-03-25', false), event('icpc-held', '2026-03-25', { outcome: 'plan' }, { id: 'imported' })],
      gives: [`2026-04-10 ${RUNS}`],
      because: 'a second record of the same day is not a conference held again',
    },
    {
      events: [icpc('2026-03-25', false), coreGroup('2026-04-01', true)],
      gives: [`2026-04-10 ${RUNS}`],
      because: 'a core group is no conference',
    },
    {
      events: [transferHeld('2026-03-25', false), transferHeld('2026-04-01')],
      gives: ['2026-04-10 met 2026-04-01'],
      because: 'transfer-in',
    },
    {
      events: [...planOn('2026-01-05'), review('2026-03-25', 'continue', false), review('2026-04-01')],
      gives: ['2026-04-10 met 2026-04-01'],
      because: 'review',
    },
    {
      events: [...planOn('2026-01-05'), coreGroup('2026-03-25', false), coreGroup('2026-04-01')],
      gives: ['2026-04-10 met 2026-04-01'],
      because: 'core group',
    },
    {
      events: [...planOn('2026-01-05'), coreGroup('2026-03-25', false), ended('2026-04-01')],
      gives: ['2026-04-10 cancelled 2026-04-01'],
      because: 'the plan ended',
    },
    {
      events: [icpc('2026-03-25', false), closed('2026-04-01')],
      gives: ['2026-04-10 cancelled 2026-04-01'],
      because: 'the case closed',
    },
    {
      events: [icpc('2026-03-25', false), left('2026-04-01', 'died')],
      gives: ['2026-04-10 cancelled 2026-04-01'],
      because: 'the child died',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('reconvene', facts(events))).toEqual(gives)
  })

  it('shows the day it is booked for; tells the worker, the conference service, then the team manager and the IRO', () => {
    const given = [icpc('2026-03-25', false), booked('2026-03-26', '2026-04-09')]
    expect(obligationsOf('reconvene', facts(given))[0]?.bookedFor?.toString()).toBe('2026-04-09')
    expect(toldOf('reconvene', facts(given))).toEqual([
      '2026-04-01 due-5wd social-worker and conference-service',
      '2026-04-09 due-1wd social-worker and conference-service',
      '2026-04-13 morning late team-manager and independent-reviewing-officer',
    ])
  })

  it('a meeting corrected to quorate has nothing to hold again', () => {
    const corrected = event(
      'icpc-held',
      '2026-03-25',
      { outcome: 'plan', quorate: true },
      { id: 'x', supersedes: 'icpc-held 2026-03-25' },
    )
    expect(summary('reconvene', facts([icpc('2026-03-25', false), corrected]))).toEqual([])
  })
})

describe('a conference or core group recorded inquorate that made its decision meets its rule and starts the next', () => {
  it.each([
    {
      met: 'strategy-to-icpc',
      starts: 'review-first',
      events: [strategy('2026-03-02'), icpc('2026-03-18', false)],
      gives: ['2026-03-23 met 2026-03-18', `2026-06-18 ${RUNS}`],
    },
    {
      met: 'transfer-in-conference',
      starts: 'core-group-first',
      events: [notified('2026-03-02'), transferHeld('2026-03-18', false)],
      gives: ['2026-03-23 met 2026-03-18', `2026-04-01 ${RUNS}`],
    },
    {
      met: 'core-group-first',
      starts: 'core-group',
      events: [...planOn('2026-03-18'), coreGroup('2026-03-31', false)],
      gives: ['2026-04-01 met 2026-03-31', `2026-05-12 ${RUNS}`],
    },
    {
      met: 'review-first',
      starts: 'review-next',
      events: [...planOn('2026-03-18'), review('2026-06-10', 'continue', false)],
      gives: ['2026-06-18 met 2026-06-10', `2026-12-10 ${RUNS}`],
    },
    {
      met: 'review-first',
      starts: 'review-next',
      events: [...planOn('2026-03-18'), review('2026-06-10', 'end', false)],
      gives: ['2026-06-18 met 2026-06-10', `2026-12-10 ${RUNS}`],
    },
  ])('$met, then $starts', ({ met, starts, events, gives }) => {
    expect([...summary(met, facts(events)), ...summary(starts, facts(events))]).toEqual(gives)
    expect(obligationsOf('reconvene', facts(events))).toHaveLength(1)
  })

  it('an inquorate end counts as continue: visits and core groups go on, and the one held again can end the plan', () => {
    const given = [...planOn('2026-03-18'), review('2026-06-10', 'end', false)]
    expect(summary('visit', facts(given))).toEqual([`2026-04-01 ${RUNS}`])
    expect(summary('visit', facts([...given, review('2026-06-17', 'end', true)]))).toEqual([
      '2026-04-01 cancelled 2026-06-17',
    ])
  })
})

describe('conference-decision and conference-record: 1 and 20 working days from a conference held until circulated', () => {
  it.each([
    { events: [icpc('2026-04-02')], gives: ['2026-04-07 open', '2026-05-05 open'], because: 'Easter does not count' },
    { events: [transferHeld('2026-04-02')], gives: ['2026-04-07 open', '2026-05-05 open'], because: 'transfer-in' },
    { events: [coreGroup('2026-04-02')], gives: [], because: 'a core group is no conference' },
    {
      events: [icpc('2026-04-02'), circulated('2026-04-07', 'decision', 'icpc-held 2026-04-02')],
      gives: ['2026-04-07 met 2026-04-07', '2026-05-05 open'],
      because: 'the decision is not the record',
    },
    {
      events: [icpc('2026-04-02'), circulated('2026-05-05', 'record', 'icpc-held 2026-04-02')],
      gives: ['2026-04-07 open', '2026-05-05 met 2026-05-05'],
      because: 'nor the record the decision',
    },
    {
      events: [icpc('2026-04-02'), circulated('2026-04-07', 'decision', 'another')],
      gives: ['2026-04-07 open', '2026-05-05 open'],
      because: 'another meeting',
    },
    {
      events: [...planOn('2026-01-05').slice(1), review('2026-04-02', 'end', true)],
      gives: ['2026-04-07 open', '2026-05-05 open'],
      because: 'the end of the plan it ended leaves it owed',
    },
    {
      events: [icpc('2026-04-02'), left('2026-04-03', 'moved')],
      gives: ['2026-04-07 open', '2026-05-05 open'],
      because: 'moved away',
    },
    {
      events: [icpc('2026-04-02'), left('2026-04-03', 'died')],
      gives: ['2026-04-07 cancelled 2026-04-03', '2026-05-05 cancelled 2026-04-03'],
      because: 'after a child has died nothing goes out',
    },
    {
      events: [icpc('2026-04-02'), closed('2026-04-03')],
      gives: ['2026-04-07 cancelled 2026-04-03', '2026-05-05 cancelled 2026-04-03'],
      because: 'the case closed',
    },
    {
      events: [
        icpc('2026-04-02'),
        event('icpc-held', '2026-04-02', { outcome: 'plan' }, { id: 'imported' }),
        circulated('2026-04-07', 'decision', 'imported'),
      ],
      gives: ['2026-04-07 met 2026-04-07', '2026-05-05 open'],
      because: 'two records of one day are one conference, and either names it',
    },
  ])('$gives: $because', ({ events, gives }) => {
    const given = facts(events)
    expect([...summary('conference-decision', given), ...summary('conference-record', given)]).toEqual(gives)
  })

  it('is met late after its day, and told to the conference service first', () => {
    const late = facts([icpc('2026-04-02'), circulated('2026-04-08', 'decision', 'icpc-held 2026-04-02')])
    expect(stateOf('conference-decision', late)).toEqual(['met-late'])
    expect(toldOf('conference-decision', facts([icpc('2026-04-02')]))).toEqual([
      '2026-04-08 morning late conference-service',
    ])
    expect(toldOf('conference-record', facts([icpc('2026-04-02')]))).toEqual([
      '2026-04-30 due-2wd conference-service',
      '2026-05-06 morning late conference-service',
    ])
  })

  it('any version of the conference names it, and a correction keeps the name', () => {
    const corrected = event(
      'icpc-held',
      '2026-04-01',
      { outcome: 'plan' },
      { id: 'x', supersedes: 'icpc-held 2026-04-02' },
    )
    for (const name of ['icpc-held 2026-04-02', 'x']) {
      const given = facts([icpc('2026-04-02'), corrected, circulated('2026-04-02', 'decision', name)])
      expect(byTrigger('conference-decision', given)).toEqual(['icpc-held 2026-04-02: 2026-04-02 met 2026-04-02'])
    }
    expect(summary('conference-decision', facts([icpc('2026-04-02'), takenBack(icpc('2026-04-02'))]))).toEqual([])
  })

  it('siblings recorded one by one share the meeting: its name, or the event of either, names it for both', () => {
    const held = (child: string) =>
      event('icpc-held', '2026-04-02', { outcome: 'plan', meeting: 'm1' }, { id: `held ${child}`, children: [child] })
    for (const name of ['m1', 'held c1', 'held c2']) {
      const given = facts([held('c1'), held('c2'), circulated('2026-04-07', 'decision', name)], two)
      expect(stateOf('conference-decision', given)).toEqual(['met', 'met'])
    }
    const only = { ...circulated('2026-04-07', 'decision', 'm1'), children: ['c1'] }
    expect(stateOf('conference-decision', facts([held('c1'), held('c2'), only], two))).toEqual(['met', 'overdue'])
  })

  it('one that shares its meeting with a conference held again later is met by its own circulation', () => {
    const again = (on: string, quorate: boolean) => event('icpc-held', on, { outcome: 'plan', quorate, meeting: 'm1' })
    const given = facts([
      again('2026-03-25', false),
      circulated('2026-03-26', 'decision', 'm1'),
      again('2026-04-02', true),
    ])
    expect(summary('conference-decision', given)).toEqual(['2026-03-26 met 2026-03-26', '2026-04-07 open'])
  })
})
