import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { keyOf } from '../../domain/timeline/obligation'
import { day, event, facts, obligationsOf, planOn, summary } from './facts'
import { asking } from './properties/asking'
import { planned } from './properties/planned'

const conference = (on: string) => event('icpc-held', on, { outcome: 'plan', quorate: true }, { id: 'conference' })
const start = (on: string) => event('plan-started', on, { plan: 'cpp' }, { id: 'start' })

/** Keys of what there was before a second record of the same thing and is not there after it. */
const gone = (before: readonly ChronologyEvent[], second: ChronologyEvent): readonly string[] => {
  const after = new Set(planned(facts([...before, second])).obligations.map(keyOf))
  return planned(facts(before))
    .obligations.map(keyOf)
    .filter((key) => !after.has(key))
}

describe('a conference recorded later moves the date and keeps the obligation; so does a start recorded later', () => {
  it.each([
    { before: [conference('2026-03-02')], second: start('2026-03-02'), because: 'the start of the same day' },
    { before: [conference('2026-03-02')], second: start('2026-03-04'), because: 'the start of a later day' },
    { before: [start('2026-03-02')], second: conference('2026-03-02'), because: 'the conference of the same day' },
    { before: [start('2026-03-02')], second: conference('2026-02-27'), because: 'the conference of a day before' },
  ])('every matter of the plan keeps its name: $because', ({ before, second }) => {
    expect(gone(before, second)).toEqual([])
    for (const rule of ['visit', 'plan-gate', 'baseline', 'cpp-follow-up-3m', 'long-plan', 'no-progress'])
      expect(obligationsOf(rule, facts([...before, second]))[0]?.trigger).toBe(before[0]?.id)
  })

  it('and nobody is told a second time', () => {
    const planner = asking()
    const recorded = [conference('2026-03-02')]
    expect(planner.ask(planned(facts(recorded)), day('2026-03-18')).map(({ rule }) => rule)).toContain('visit')
    expect(planner.ask(planned(facts([...recorded, start('2026-03-02')])), day('2026-03-18'))).toEqual([])
  })

  it('a goal set for either of them is one of the plan', () => {
    const goal = (plan: string) =>
      event('goal-set', '2026-03-10', {
        goal: 'g1',
        plan,
        change: 'a change',
        sign: 'a sign',
        by: '2026-06-01',
        otherwise: 'a step',
        otherwiseBy: '2026-06-08',
      })
    for (const plan of ['start', 'conference'])
      expect(summary('plan-gate', facts([conference('2026-03-02'), start('2026-03-02'), goal(plan)]))).toEqual([
        '2026-03-16 met 2026-03-10',
      ])
  })
})

describe('a plan-ended beside a review that ends the plan is the same end, whichever was recorded first', () => {
  const review = event('review-held', '2026-05-20', { outcome: 'end', quorate: true }, { id: 'review' })
  const ended = event('plan-ended', '2026-05-20', { plan: 'cpp', reason: 'review' }, { id: 'ended' })
  const left = event('child-left', '2026-05-20', { reason: 'moved' }, { id: 'left' })
  const closed = event('case-closed', '2026-05-20', { reason: 'RC7' }, { id: 'closed' })
  const answer = (of: string) =>
    event('follow-up-answered', '2026-08-10', { anchor: 'plan-end', of, months: 3 }, { id: 'answer' })

  it.each([
    [ended, review],
    [review, ended],
    [left, ended],
    [closed, ended],
  ])('the follow-up keeps its name, and answers may name either', (one, other) => {
    const names = (more: readonly ChronologyEvent[]) =>
      obligationsOf('cpp-follow-up-3m', facts([...planOn('2026-03-02'), one, ...more])).map(({ trigger }) => trigger)
    expect(names([]).at(-1)).toBe(one.id)
    expect(names([other])).toEqual(names([]))
    for (const { id } of [one, other])
      expect(summary('cpp-follow-up-3m', facts([...planOn('2026-03-02'), one, other, answer(id)]))).toContain(
        '2026-08-20 met 2026-08-10',
      )
  })
})
