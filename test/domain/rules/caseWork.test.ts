import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { sentence } from '../../../domain/timeline/sentence'
import { event, facts, obligationsOf, summary, TO_18, twoChildren } from '../facts'

const closed = event('case-closed', '2026-03-10', { reason: 'RC7' })
const died = event('child-left', '2026-03-10', { reason: 'died' })
interface Row {
  readonly events: readonly ChronologyEvent[]
  readonly gives: readonly string[]
  readonly because: string
}
const told = (rule: string, ...events: ChronologyEvent[]) =>
  obligationsOf(rule, facts(events)).map(({ reminders, late }) => [
    ...reminders.map(({ step, on }) => `${step} ${on.toString()}`),
    ...late.map(({ on, to }) => `${to.join(' ')} ${on.toString()}`),
  ])

describe('information-request: asked of an agency, 10 wd, answered', () => {
  const asked = (on: string, more = {}) => event('information-requested', on, { agency: 'school' }, more)
  const answered = (on: string, request: string) => event('information-answered', on, { request })
  it.each<Row>([
    { events: [asked('2026-03-27')], gives: [`2026-04-14 ${TO_18}`], because: 'ten working days over Easter' },
    {
      events: [asked('2026-03-02'), answered('2026-03-16', 'information-requested 2026-03-02')],
      gives: ['2026-03-16 met 2026-03-16'],
      because: 'answered on the last day',
    },
    {
      events: [asked('2026-03-02'), answered('2026-03-17', 'information-requested 2026-03-02')],
      gives: ['2026-03-16 met 2026-03-17'],
      because: 'answered late',
    },
    {
      events: [asked('2026-03-02'), answered('2026-03-05', 'another')],
      gives: [`2026-03-16 ${TO_18}`],
      because: 'the answer to another request',
    },
    { events: [asked('2026-03-02'), closed], gives: ['2026-03-16 cancelled 2026-03-10'], because: 'the case closed' },
    {
      events: [asked('2026-03-02'), closed, event('case-reopened', '2026-03-12', {})],
      gives: [`2026-03-16 ${TO_18}`],
      because: 'a closing that was taken back only interrupts',
    },
    {
      events: [asked('2026-03-10'), closed, event('case-reopened', '2026-03-10', {})],
      gives: [`2026-03-24 ${TO_18}`],
      because: 'closed and reopened on one day is not closed',
    },
    { events: [asked('2026-03-02'), died], gives: ['2026-03-16 cancelled 2026-03-10'], because: 'the child died' },
    {
      events: [
        asked('2026-03-02'),
        asked('2026-03-03', { supersedes: 'information-requested 2026-03-02' }),
        answered('2026-03-05', 'information-requested 2026-03-02'),
      ],
      gives: ['2026-03-17 met 2026-03-05'],
      because: 'corrected, answered by its first name',
    },
    {
      events: [
        asked('2026-03-02'),
        asked('2026-03-03', { supersedes: 'information-requested 2026-03-02', void: true }),
      ],
      gives: [],
      because: 'taken back',
    },
  ])('$because', ({ events, gives }) => {
    expect(summary('information-request', facts(events))).toEqual(gives)
  })

  it('reminds two working days before and tells the team manager a working day late', () => {
    expect(told('information-request', asked('2026-03-02'))).toEqual([
      ['due-2wd 2026-03-12', 'team-manager 2026-03-17'],
    ])
  })
})

describe('handover: proposed, 5 wd, accepted by name', () => {
  const proposed = (on: string, more = {}) => event('handover-proposed', on, { to: 'north' }, more)
  const accepted = (on: string, more = {}) => event('handover-accepted', on, { by: 'A' }, more)
  it.each<Row>([
    { events: [proposed('2026-03-31')], gives: [`2026-04-09 ${TO_18}`], because: 'five working days over Easter' },
    {
      events: [proposed('2026-03-02'), accepted('2026-03-09')],
      gives: ['2026-03-09 met 2026-03-09'],
      because: 'accepted on the last day',
    },
    {
      events: [proposed('2026-03-02'), accepted('2026-03-10')],
      gives: ['2026-03-09 met 2026-03-10'],
      because: 'accepted late',
    },
    {
      events: [accepted('2026-03-01'), proposed('2026-03-02')],
      gives: [`2026-03-09 ${TO_18}`],
      because: 'an acceptance before is of something else',
    },
    {
      events: [accepted('2026-03-02'), proposed('2026-03-02')],
      gives: ['2026-03-09 met 2026-03-02'],
      because: 'both on one day, recorded the other way round',
    },
    {
      events: [proposed('2026-03-02'), accepted('2026-03-04'), proposed('2026-03-04')],
      gives: ['2026-03-09 met 2026-03-04', `2026-03-11 ${TO_18}`],
      because: 'accepted and handed on the same day: the second waits',
    },
    {
      events: [proposed('2026-03-02'), proposed('2026-03-03'), accepted('2026-03-04')],
      gives: ['2026-03-09 met 2026-03-04', '2026-03-10 met 2026-03-04'],
      because: 'proposed twice, accepted once',
    },
    {
      events: [proposed('2026-03-05'), closed],
      gives: ['2026-03-12 cancelled 2026-03-10'],
      because: 'the case closed',
    },
  ])('$because', ({ events, gives }) => {
    expect(summary('handover', facts(events))).toEqual(gives)
  })

  it('waits until every child it is about has been accepted, and for no child that has died', () => {
    const of = (...events: ChronologyEvent[]) =>
      summary('handover', facts([proposed('2026-03-02'), ...events], twoChildren))
    const first = accepted('2026-03-04', { children: ['c1'] })
    expect(of(first)).toEqual([`2026-03-09 ${TO_18}`])
    expect(of(first, accepted('2026-03-05', { children: ['c2'] }))).toEqual(['2026-03-09 met 2026-03-05'])
    const gone = event('child-left', '2026-03-03', { reason: 'died' }, { children: ['c2'] })
    expect(of(gone, first)).toEqual(['2026-03-09 met 2026-03-04'])
  })

  it('both managers are told a working day late', () => {
    expect(told('handover', proposed('2026-03-02'))).toEqual([
      ['due-2wd 2026-03-05', 'team-manager receiving-team-manager 2026-03-10'],
    ])
  })
})

describe('handshake: step-down or closure proposed, 10 wd, accepted or declined by name', () => {
  const stepDown = event('step-down-proposed', '2026-03-02', { from: 'cpp', to: 'cin' })
  const closure = event('closure-proposed', '2026-03-02', {})
  it.each<Row>([
    { events: [stepDown], gives: [`2026-03-16 ${TO_18}`], because: 'nobody answers' },
    {
      events: [stepDown, event('step-down-accepted', '2026-03-04', { by: 'A' })],
      gives: ['2026-03-16 met 2026-03-04'],
      because: 'accepted',
    },
    {
      events: [stepDown, event('step-down-declined', '2026-03-17', { by: 'A', reason: 'too early' })],
      gives: ['2026-03-16 met 2026-03-17'],
      because: 'declined, late',
    },
    {
      events: [stepDown, event('closure-accepted', '2026-03-04', { by: 'A' })],
      gives: [`2026-03-16 ${TO_18}`],
      because: 'the answer to a closure is none to a step-down',
    },
    {
      events: [closure, event('closure-declined', '2026-03-04', { by: 'A', reason: 'too early' })],
      gives: ['2026-03-16 met 2026-03-04'],
      because: 'a closure declined',
    },
    {
      events: [closure, event('closure-accepted', '2026-03-10', { by: 'A' }), closed],
      gives: ['2026-03-16 met 2026-03-10'],
      because: 'accepted on the day the case closed',
    },
    { events: [closure, closed], gives: ['2026-03-16 cancelled 2026-03-10'], because: 'closed without an answer' },
    { events: [stepDown, died], gives: ['2026-03-16 cancelled 2026-03-10'], because: 'the child died' },
  ])('$because', ({ events, gives }) => {
    expect(summary('handshake', facts(events))).toEqual(gives)
  })

  it('reminds three working days before and tells the team manager a working day late', () => {
    expect(told('handshake', stepDown)).toEqual([['due-3wd 2026-03-11', 'team-manager 2026-03-17']])
  })
})

describe('action: agreed in a meeting, due on its date, done, or moved once with a reason', () => {
  const agreed = (on: string, by: string, more: { id?: string; supersedes?: string; void?: boolean } = {}) => {
    return event('action-agreed', on, { action: 'Ring the school', owner: 'A', by, meeting: 'm1' }, more)
  }
  const first = agreed('2026-03-02', '2026-03-20', { id: 'a1' })
  const moved = (on: string, by: string, id: string, supersedes = 'a1') => agreed(on, by, { id, supersedes })
  const done = (on: string, action = 'Ring the school') => event('action-done', on, { action })
  it.each<Row>([
    { events: [first], gives: [`2026-03-20 ${TO_18}`], because: 'its own date' },
    {
      events: [agreed('2026-03-02', '2026-04-03')],
      gives: [`2026-04-03 ${TO_18}`],
      because: 'Good Friday: it stays where it falls',
    },
    { events: [first, done('2026-03-20')], gives: ['2026-03-20 met 2026-03-20'], because: 'done on the day' },
    {
      events: [first, done('2026-03-25', ' ring the School ')],
      gives: ['2026-03-20 met 2026-03-25'],
      because: 'done late, written another way',
    },
    {
      events: [first, done('2026-03-19', 'Ring the nurse')],
      gives: [`2026-03-20 ${TO_18}`],
      because: 'another action',
    },
    {
      events: [done('2026-03-01'), first],
      gives: [`2026-03-20 ${TO_18}`],
      because: 'done before it was agreed is another',
    },
    { events: [first, moved('2026-03-18', '2026-04-10', 'a2')], gives: [`2026-04-10 ${TO_18}`], because: 'moved once' },
    {
      events: [first, moved('2026-03-18', '2026-04-10', 'a2'), moved('2026-04-09', '2026-05-01', 'a3', 'a2')],
      gives: [`2026-04-10 ${TO_18}`],
      because: 'a second move keeps the first moved date',
    },
    {
      events: [first, moved('2026-03-18', '2026-04-10', 'a2'), moved('2026-04-09', '2026-04-08', 'a3', 'a2')],
      gives: [`2026-04-08 ${TO_18}`],
      because: 'it may always be brought forward',
    },
    {
      events: [first, moved('2026-03-23', '2026-05-01', 'a2')],
      gives: [`2026-03-20 ${TO_18}`],
      because: 'moved after it had passed stays late',
    },
    {
      events: [first, moved('2026-03-20', '2026-05-01', 'a2')],
      gives: [`2026-05-01 ${TO_18}`],
      because: 'moved on the day itself',
    },
    {
      events: [first, moved('2026-03-18', '2026-04-10', 'a2'), done('2026-04-01', 'a2')],
      gives: ['2026-04-10 met 2026-04-01'],
      because: 'done, by the id of a version',
    },
    {
      events: [first, agreed('2026-03-02', '2026-03-20', { id: 'a2', supersedes: 'a1', void: true })],
      gives: [],
      because: 'taken back',
    },
    {
      events: [agreed('2026-03-02', '2026-02-20')],
      gives: [`2026-02-20 ${TO_18}`],
      because: 'a date before the meeting was late from the first',
    },
    { events: [first, closed], gives: ['2026-03-20 cancelled 2026-03-10'], because: 'the case closed' },
    { events: [first, died], gives: ['2026-03-20 cancelled 2026-03-10'], because: 'the child died' },
  ])('$because', ({ events, gives }) => {
    expect(summary('action', facts(events))).toEqual(gives)
  })

  it('one record of its being done closes one of two with one name: the one due first, or the one it names', () => {
    const second = agreed('2026-03-03', '2026-03-10', { id: 'b1' })
    const ends = (...events: ChronologyEvent[]) =>
      obligationsOf('action', facts([first, second, ...events])).map(({ trigger, end }) => `${trigger} ${end.outcome}`)
    expect(ends(done('2026-03-09'))).toEqual(['b1 met', 'a1 cancelled'])
    expect(ends(done('2026-03-09'), done('2026-03-12'))).toEqual(['b1 met', 'a1 met'])
    expect(ends(done('2026-03-09', 'a1'))).toEqual(['b1 cancelled', 'a1 met'])
  })

  it('what was done after a closing that was taken back is the one due first, as if nothing had closed', () => {
    const again = agreed('2026-03-16', '2026-04-10', { id: 'b1' })
    const events = [first, closed, event('case-reopened', '2026-03-12', {}), again, done('2026-03-18')]
    expect(summary('action', facts(events))).toEqual(['2026-03-20 met 2026-03-18', `2026-04-10 ${TO_18}`])
  })

  it('says why a date that was moved does not hold, keeps its key, and tells the team manager five working days late', () => {
    const late = [first, moved('2026-03-23', '2026-05-01', 'a2')]
    const [one] = obligationsOf('action', facts(late))
    expect(one?.trigger).toBe('a1')
    expect(one?.explanation.map(sentence)).toEqual([
      'Action agreed on 2 March 2026',
      'the day agreed is 20 March 2026',
      'a Friday and a working day',
      'moved to 1 May 2026 on 23 March 2026, when that day had passed: it stays late',
    ])
    expect(told('action', ...late)).toEqual([['due-2wd 2026-03-18', 'team-manager 2026-03-27']])
  })
})
