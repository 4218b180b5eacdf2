import { event, facts, planOn } from '../facts'
import { keysOf, saysOf, stalls, table } from './stalls'

const RULE = 'reviews-without-goal-met'
const review = (on: string, outcome: 'continue' | 'end' = 'continue', quorate = true) =>
  event('review-held', on, { outcome, quorate })
const goal = (on: string, outcome: 'met' | 'part' | 'not') => event('goal-reviewed', on, { goal: 'meals', outcome })
const plan = planOn('2026-01-05')
const two = [...plan, review('2026-03-30'), review('2026-09-14')]

describe('two reviews running that continue the plan with no goal met', () => {
  it.each(
    table(
      { events: [...plan, review('2026-03-30')], gives: [], because: 'one is not two' },
      { events: two, gives: ['c1 2026-09-14 open'], because: 'found on the day of the second' },
      {
        events: [...two, review('2027-03-08')],
        gives: ['c1 2026-09-14 open'],
        because: 'a third belongs to the same drift',
      },
      { events: [...two, goal('2026-10-01', 'part')], gives: ['c1 2026-09-14 open'], because: 'part met is not met' },
      {
        events: [...two, goal('2026-10-01', 'met')],
        gives: ['c1 2026-09-14 met 2026-10-01'],
        because: 'a goal met ends it',
      },
      {
        events: [...two, review('2026-12-07', 'end')],
        gives: ['c1 2026-09-14 met 2026-12-07'],
        because: 'so does the review that ends the plan',
      },
      {
        events: [...two, event('plan-ended', '2026-11-02', { plan: 'cpp', reason: 'moved' })],
        gives: ['c1 2026-09-14 cancelled 2026-11-02'],
        because: 'the plan’s end',
      },
      {
        events: [...two, event('child-left', '2026-11-02', { reason: 'died' })],
        gives: ['c1 2026-09-14 cancelled 2026-11-02'],
        because: 'the child’s death',
      },
      {
        events: [...plan, review('2026-03-30'), review('2026-09-14', 'end', false)],
        gives: ['c1 2026-09-14 open'],
        because: 'an inquorate review that ends the plan continues it',
      },
      {
        events: [...plan, review('2026-03-30'), goal('2026-06-01', 'met'), review('2026-09-14')],
        gives: [],
        because: 'a goal met between them',
      },
      {
        events: [...two.slice(0, 3), goal('2026-09-14', 'met'), review('2026-09-14')],
        gives: [],
        because: 'a goal met at the second',
      },
      {
        events: [
          ...plan,
          review('2026-03-30'),
          goal('2026-06-01', 'met'),
          review('2026-09-14'),
          review('2027-03-01'),
          review('2027-08-02'),
        ],
        gives: ['c1 2027-08-02 open'],
        because: 'the review before which a goal was met is none of the two',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('names both reviews, and a corrected one keeps its name', () => {
    expect(saysOf(RULE, facts(two))).toEqual({
      evidence: ['review-held 2026-03-30', 'review-held 2026-09-14'],
      what: '2 reviews running continued the plan with no goal met: found on 14 September 2026',
    })
    const moved = event(
      'review-held',
      '2026-09-15',
      { outcome: 'continue' },
      { id: 'k', supersedes: 'review-held 2026-09-14' },
    )
    expect(keysOf(RULE, facts([...two, moved]))).toEqual(['review-held 2026-09-14'])
    expect(stalls(RULE, facts([...two, moved]))).toEqual(['c1 2026-09-15 open'])
  })
})
