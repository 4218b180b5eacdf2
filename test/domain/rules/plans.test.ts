import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { sentence } from '../../../domain/timeline/sentence'
import { day, event, facts, obligationsOf, planOn, summary, TO_18, twoChildren } from '../facts'
import { closed } from './grounds'

const moved = (on: string) => event('plan-ended', on, { plan: 'cpp', reason: 'moved' })
const review = (on: string) => event('review-held', on, { outcome: 'continue' })

describe("long-plan: CPP start: 15, 18, 24 months: manager's recorded decision", () => {
  const decided = (on: string, months: 15 | 18 | 24) => event('long-plan-decided', on, { months, decision: 'continue' })
  const plan = planOn('2025-11-30')
  const dates = ['2027-02-28', '2027-05-30', '2027-11-30']
  it.each([
    { events: [], gives: dates.map((due) => `${due} ${TO_18}`), because: '30 November and 15 months is 28 February' },
    {
      events: [decided('2027-02-26', 15), decided('2027-06-01', 18)],
      gives: ['2027-02-28 met 2027-02-26', '2027-05-30 met 2027-06-01', `2027-11-30 ${TO_18}`],
      because: 'each by its own decision, the second late',
    },
    {
      events: [decided('2027-02-26', 24)],
      gives: [`2027-02-28 ${TO_18}`, `2027-05-30 ${TO_18}`, '2027-11-30 met 2027-02-26'],
      because: 'a decision on one is none on the others',
    },
    { events: [moved('2027-03-15')], gives: dates.map((due) => `${due} cancelled 2027-03-15`), because: 'plan ended' },
    {
      events: [closed('2027-03-15')],
      gives: dates.map((due) => `${due} cancelled 2027-03-15`),
      because: 'case closed',
    },
  ])('$because', ({ events, gives }) => {
    expect(summary('long-plan', facts([...plan, ...events]))).toEqual(gives)
  })

  it('tells worker and team manager at each, and the head of service at 24', () => {
    const all = obligationsOf('long-plan', facts(plan))
    expect(all.map(({ part, trigger }) => `${part} ${trigger}`)).toEqual(
      ['15m', '18m', '24m'].map((part) => `${part} icpc-held 2025-11-30`),
    )
    // 28 February 2027 is a Sunday, 30 May too: on the working day before.
    expect(all.map(({ reminders }) => reminders.map(({ on, to }) => `${on.toString()} ${to.join(' ')}`))).toEqual([
      ['2027-02-26 social-worker team-manager'],
      ['2027-05-28 social-worker team-manager'],
      ['2027-11-30 social-worker team-manager'],
    ])
    expect(all.map(({ late }) => late.map(({ on, to }) => `${on.toString()} ${to.join()}`))).toEqual([
      [],
      [],
      ['2027-11-30 head-of-service'],
    ])
  })

  it('a second plan counts from its own start, and a decision on the first is none on it', () => {
    const given = facts([...plan, decided('2027-02-26', 15), moved('2027-03-15'), ...planOn('2027-04-01')])
    expect(summary('long-plan', given)).toContain(`2028-07-01 ${TO_18}`)
    expect(summary('long-plan', given).filter((text) => text.includes(' met '))).toEqual(['2027-02-28 met 2027-02-26'])
  })
})

describe('baseline: CPP start; then each RCPC: 20 wd; 10 wd before the RCPC: a measure of care recorded', () => {
  const measured = (on: string) => event('care-measured', on, { tool: 'Graded Care Profile' })
  const booked = (on: string, to: string) => event('review-booked', on, { for: to }, { id: `for ${to}` })
  const plan = planOn('2026-03-02')
  const parts = (...events: ChronologyEvent[]) =>
    obligationsOf('baseline', facts([...plan, ...events])).map(({ part, dueOn, end }) =>
      [part, dueOn.toString(), end.outcome, end.outcome === 'open' ? '' : end.on.toString()].join(' '),
    )
  const START = `start 2026-03-30 ${TO_18}`
  it.each([
    { events: [], gives: [START], because: 'none before a review that is not booked' },
    { events: [measured('2026-03-30')], gives: ['start 2026-03-30 met 2026-03-30'], because: 'measured' },
    { events: [measured('2026-04-02')], gives: ['start 2026-03-30 met 2026-04-02'], because: 'measured late' },
    { events: [measured('2026-02-27')], gives: [START], because: 'measured before the plan' },
    { events: [moved('2026-03-16')], gives: ['start 2026-03-30 cancelled 2026-03-16'], because: 'the plan ended' },
    { events: [closed('2026-03-16')], gives: ['start 2026-03-30 cancelled 2026-03-16'], because: 'case closed' },
    {
      events: [booked('2026-04-07', '2026-06-01')],
      gives: [START, `review 2026-05-15 ${TO_18}`],
      because: '25 May is a bank holiday, and not counted',
    },
    {
      events: [measured('2026-03-20'), booked('2026-04-07', '2026-06-01')],
      gives: ['start 2026-03-30 met 2026-03-20', 'review 2026-05-15 met 2026-03-20'],
      because: 'before the first review a measure since the start will do',
    },
    {
      events: [booked('2026-05-26', '2026-06-01')],
      gives: [START, `review 2026-05-26 ${TO_18}`],
      because: 'booked within the 10 days: due on the day it was booked, never before',
    },
    {
      events: [measured('2026-03-20'), review('2026-05-20'), booked('2026-05-20', '2026-11-10')],
      gives: ['start 2026-03-30 met 2026-03-20', `review 2026-10-27 ${TO_18}`],
      because: 'after a review it takes a new measure',
    },
    {
      events: [review('2026-05-20'), measured('2026-05-20'), booked('2026-05-20', '2026-11-10')],
      gives: ['start 2026-03-30 met 2026-05-20', `review 2026-10-27 ${TO_18}`],
      because: 'one of the day of a review is of that review',
    },
    {
      events: [booked('2026-04-07', '2026-06-15'), booked('2026-05-01', '2026-06-01')],
      gives: [START, `review 2026-05-15 ${TO_18}`, 'review 2026-06-01 cancelled 2026-05-01'],
      because: 'moved to an earlier day: the newer booking takes its place',
    },
    {
      events: [
        booked('2026-04-07', '2026-06-01'),
        event('meeting-cancelled', '2026-04-20', { booking: 'for 2026-06-01' }),
      ],
      gives: [START, 'review 2026-05-15 cancelled 2026-04-20'],
      because: 'the booking was cancelled',
    },
    {
      events: [booked('2026-04-07', '2026-06-01'), measured('2026-05-06'), review('2026-05-27')],
      gives: ['start 2026-03-30 met 2026-05-06', 'review 2026-05-15 met 2026-05-06'],
      because: 'held some days early it is still the review that was booked',
    },
    {
      events: [booked('2026-04-07', '2026-06-01'), review('2026-06-01')],
      gives: [START, 'review 2026-05-15 cancelled 2026-06-01'],
      because: 'held without a measure: too late for it',
    },
    {
      events: [booked('2026-03-03', '2026-11-10'), measured('2026-03-20'), review('2026-05-20')],
      gives: ['start 2026-03-30 met 2026-03-20', `review 2026-10-27 ${TO_18}`],
      because: 'booked a year ahead: the review between is another',
    },
    {
      events: [booked('2026-04-07', '2026-06-01'), moved('2026-05-01')],
      gives: ['start 2026-03-30 cancelled 2026-05-01', 'review 2026-05-15 cancelled 2026-05-01'],
      because: 'the plan ended',
    },
  ])('$because', ({ events, gives }) => {
    expect(parts(...events)).toEqual(gives)
  })

  it('says what it is counted from, and keeps its key when the booking is corrected', () => {
    const corrected = event(
      'review-booked',
      '2026-04-07',
      { for: '2026-06-02' },
      { id: 'c', supersedes: 'for 2026-06-01' },
    )
    const [, before] = obligationsOf('baseline', facts([...plan, booked('2026-04-07', '2026-06-01'), corrected]))
    expect([before?.trigger, before?.dueOn.toString(), before?.bookedFor?.toString()]).toEqual([
      'for 2026-06-01',
      '2026-05-18',
      '2026-06-02',
    ])
    expect(before?.explanation.map(sentence)).toEqual([
      'Review conference booked for 2 June 2026',
      '10 working days before it is 18 May 2026 (not counted: 25 May 2026, Spring bank holiday)',
      'a Monday and a working day',
    ])
    expect(before?.reminders).toMatchObject([{ step: 'due-5wd', on: day('2026-05-11') }])
    expect(before?.late).toMatchObject([{ on: day('2026-05-20'), to: ['team-manager'] }])
  })

  it('a booking is of the plan that ran, and of the next on the day one ended and the next began', () => {
    const again = event('plan-started', '2026-05-01', { plan: 'cpp' }, { id: 'again' })
    expect(parts(moved('2026-05-01'), again, booked('2026-05-01', '2026-07-20'))).toEqual([
      'start 2026-03-30 cancelled 2026-05-01',
      `start 2026-06-02 ${TO_18}`,
      `review 2026-07-06 ${TO_18}`,
    ])
  })

  it('siblings have their own', () => {
    const one = event('care-measured', '2026-03-20', { tool: 'Graded Care Profile' }, { children: ['c2'] })
    const given = facts([...plan, one], twoChildren)
    expect(obligationsOf('baseline', given).map(({ subject, end }) => `${subject} ${end.outcome}`)).toEqual([
      'c1 cancelled',
      'c2 met',
    ])
  })
})
