import { sentence } from '../../domain/timeline/sentence'
import { event, facts, obligationsOf, planOn } from './facts'

const plan = planOn('2026-03-02')
const booked = (to: string) => event('review-booked', '2026-03-10', { for: to })
const BEYOND = 'booked for 20 July 2026, which lies beyond the last lawful day, 2 June 2026'

const first = (...events: Parameters<typeof facts>[0]) => {
  const [one] = obligationsOf('review-first', facts([...plan, ...events]))
  return {
    steps: one?.reminders.map(({ step }) => step) ?? [],
    last: one === undefined ? undefined : sentence(one.explanation.at(-1) ?? { step: 'first-day-counted' }),
    bookedFor: one?.bookedFor?.toString(),
  }
}

describe('show both; warn when the booking lies beyond the due date', () => {
  it('a booking in time silences the reminder to book', () => {
    expect(first(booked('2026-06-02'))).toEqual({
      steps: ['due-10wd', 'due-2wd'],
      last: 'a Tuesday and a working day',
      bookedFor: '2026-06-02',
    })
  })

  it('one beyond the last lawful day does not, and says so', () => {
    expect(first(booked('2026-07-20'))).toEqual({
      steps: ['book-6w', 'due-10wd', 'due-2wd'],
      last: BEYOND,
      bookedFor: '2026-07-20',
    })
  })

  it('a lawful weekend after the day it is due is in time', () => {
    const given = [...planOn('2026-03-13'), booked('2026-06-13')]
    const [one] = obligationsOf('review-first', facts(given))
    expect(one?.dueOn.toString()).toBe('2026-06-12')
    expect(one?.explanation.some(({ step }) => step === 'booked-beyond')).toBe(false)
    expect(one?.reminders.some(({ step }) => step === 'book-6w')).toBe(false)
  })

  it('once the review was held, late as it was, the warning is gone', () => {
    expect(first(booked('2026-07-20'), event('review-held', '2026-07-20', { outcome: 'continue' })).last).not.toBe(
      BEYOND,
    )
  })

  it.each([
    { rule: 'core-group-first', kind: 'core-group-booked', to: '2026-03-30', last: '16 March 2026' },
    { rule: 'review-first', kind: 'review-booked', to: '2026-06-03', last: '2 June 2026' },
  ] as const)('$rule booked for $to', ({ rule, kind, to, last }) => {
    const [one] = obligationsOf(rule, facts([...plan, event(kind, '2026-03-10', { for: to })]))
    expect(one?.explanation.map(sentence).at(-1)).toContain(`beyond the last lawful day, ${last}`)
  })

  it('what is counted back from the booking is never beyond it', () => {
    const before = obligationsOf('baseline', facts([...plan, booked('2026-07-20')])).filter(
      ({ part }) => part === 'review',
    )
    expect(before.map(({ explanation }) => explanation.some(({ step }) => step === 'booked-beyond'))).toEqual([false])
  })
})
