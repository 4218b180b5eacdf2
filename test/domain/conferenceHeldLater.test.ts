import { event, facts, obligationsOf, problemsOf } from './facts'

const start = event('plan-started', '2025-01-10', { plan: 'cpp' }, { id: 'start' })
const review = (on: string) => event('review-held', on, { outcome: 'continue', quorate: true }, { id: `review ${on}` })
const conference = (on: string) => event('icpc-held', on, { outcome: 'plan', quorate: true }, { id: 'conference' })
const named = (rule: string, given: ReturnType<typeof facts>) =>
  obligationsOf(rule, given).map(({ trigger, dueOn, end }) => `${trigger} ${dueOn.toString()} ${end.outcome}`)

describe('a conference recorded later moves the date; one held later, when the plan had had a review, made another plan', () => {
  const reviewed = facts([start, review('2025-04-08'), review('2025-10-07')])
  const joined = facts([...reviewed.events, conference('2026-02-10')])

  it.each(['review-first', 'review-next', 'core-group-first'])('%s stays where it was', (rule) => {
    expect(named(rule, joined)).toEqual(named(rule, reviewed))
  })

  it('and the case asks which is right', () => {
    expect(problemsOf(reviewed)).toEqual([])
    expect(problemsOf(joined)).toEqual([
      {
        events: ['start', 'conference'],
        problem:
          'a conference made a child protection plan while one ran that had had a review; that one keeps its dates, and the conference starts none',
      },
    ])
  })

  it('before any review it is the one that made the plan', () => {
    const given = facts([start, conference('2025-01-14')])
    expect(named('review-first', given)).toEqual(['start 2025-04-14 cancelled'])
    expect(problemsOf(given)).toEqual([])
  })

  it('so it is where the review came after it, or was of the plan before', () => {
    expect(problemsOf(facts([start, conference('2025-01-14'), review('2025-04-08')]))).toEqual([])
    expect(problemsOf(facts([start, review('2025-01-10'), conference('2025-01-14')]))).toEqual([])
  })
})
