import fc from 'fast-check'
import { SEED } from '../../seed'
import { anyFacts } from '../anyFacts'
import { event, facts, planOn, twoChildren } from '../facts'
import { ordinaryStory } from '../misfits/ordinaryStory'
import { plansOf } from './plansOf'

const line = ({ child, kind, number, startedOn, end }: ReturnType<typeof plansOf>[number]): string =>
  `${child} ${kind} ${String(number)} ${startedOn.toString()}${end === null ? '' : ` to ${end.on.toString()} ${end.why}`}`

describe('the plans of a case', () => {
  it('are counted by kind and child, with what each came from and how it ended', () => {
    const events = [
      event('plan-started', '2025-01-06', { plan: 'cin' }),
      ...planOn('2025-03-03'),
      event('review-held', '2025-06-02', { outcome: 'end', quorate: true }),
      event('plan-started', '2026-01-05', { plan: 'cpp', repeatReason: 'ended too early' }),
      event('plan-started', '2026-02-02', { plan: 'plo' }),
      event('safety-plan-agreed', '2026-02-02', { how: 'verbal', reviewMode: 'no-end' }),
    ]
    const plans = plansOf(facts(events))
    expect(plans.map(line)).toEqual([
      'c1 cin 1 2025-01-06 to 2025-03-03 a child protection plan took its place',
      'c1 cpp 1 2025-03-03 to 2025-06-02 ended by a review conference',
      'c1 cpp 2 2026-01-05',
      'c1 plo 1 2026-02-02',
      'c1 safety 1 2026-02-02',
    ])
    expect(plans[2]?.repeatReason).toBe('ended too early')
  })

  it.each([
    ['those it came with', [event('plan-started', '2026-01-05', { plan: 'cpp', previousPlans: 2 })], [3]],
    [
      'those it came with, and one since',
      [
        event('plan-started', '2025-01-06', { plan: 'cpp', previousPlans: 2 }),
        event('plan-ended', '2025-06-02', { plan: 'cpp', reason: 'moved' }),
        event('plan-started', '2026-01-05', { plan: 'cpp' }),
      ],
      [3, 4],
    ],
    [
      'our own, where it says that there were fewer',
      [
        event('plan-started', '2025-01-06', { plan: 'cpp' }),
        event('plan-ended', '2025-06-02', { plan: 'cpp', reason: 'moved' }),
        event('plan-started', '2026-01-05', { plan: 'cpp', previousPlans: 0 }),
      ],
      [1, 2],
    ],
  ])('are numbered after %s', (_what, events, numbers) => {
    expect(plansOf(facts(events)).map(({ number }) => number)).toEqual(numbers)
  })

  it('of one child are not those of another', () => {
    const family = facts(
      [
        event('plan-started', '2025-01-06', { plan: 'cpp' }, { children: ['c1'] }),
        event('plan-ended', '2025-06-02', { plan: 'cpp', reason: 'moved' }, { children: ['c1'] }),
        event('plan-started', '2026-01-05', { plan: 'cpp' }),
      ],
      twoChildren,
    )
    expect(plansOf(family).map(line)).toEqual([
      'c1 cpp 1 2025-01-06 to 2025-06-02 moved to another authority',
      'c1 cpp 2 2026-01-05',
      'c2 cpp 1 2026-01-05',
    ])
  })

  it('keep their categories in order', () => {
    const changed = [
      event('category-changed', '2026-05-01', { category: 'emotional abuse' }),
      event('category-changed', '2025-05-01', { category: 'before it' }),
    ]
    const [plan] = plansOf(facts([...planOn('2026-03-18'), ...changed]))
    expect(plan?.categories.map(({ category, since }) => `${category} ${since.toString()}`)).toEqual([
      'neglect 2026-03-18',
      'emotional abuse 2026-05-01',
    ])
  })

  it('in an ordinary story are numbered 1 to n, by kind', () => {
    fc.assert(
      fc.property(ordinaryStory, (events) => {
        const plans = plansOf(facts(events), '2034-01-01')
        for (const kind of ['cpp', 'cin', 'plo'] as const) {
          const numbers = plans.filter((plan) => plan.kind === kind).map(({ number }) => number)
          expect(numbers).toEqual(numbers.map((_, index) => index + 1))
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('never break off, and no goal stands in two plans of one child', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const goals = plansOf(given).flatMap((plan) => plan.goals.map(({ id }) => `${plan.child} ${id}`))
        expect(new Set(goals).size).toBe(goals.length)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
