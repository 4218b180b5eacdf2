import { event, facts, planOn, summary } from '../facts'

const goal = (name: string, more = {}) =>
  event(
    'goal-set',
    '2026-03-02',
    {
      goal: name,
      plan: 'safety',
      change: 'seen',
      sign: 'seen',
      by: '2026-06-01',
      otherwise: 'x',
      otherwiseBy: '2026-06-08',
      agency: 'Social care',
      frequency: 'every 5 days',
    },
    { id: name, ...more },
  )
const agreed = event('safety-plan-agreed', '2026-03-02', { how: 'formal', reviewMode: 'six-weekly' })
const met = (name: string) => event('goal-reviewed', '2026-03-05', { goal: name, outcome: 'met' })

describe('visit-safety-plan: until the goal that asks for the visits is met', () => {
  it.each([
    {
      name: 'first',
      gives: '2026-03-07 cancelled 2026-03-05',
      because: 'under its first name, recorded before it was renamed',
    },
    { name: 'second', gives: '2026-03-07 cancelled 2026-03-05', because: 'under the name it has now' },
    { name: 'third', gives: '2026-03-07 cancelled 2040-01-05', because: 'that is another goal' },
  ])('met as $name: $because', ({ name, gives }) => {
    const given = [...planOn('2026-02-02'), agreed, goal('first'), met(name), goal('second', { supersedes: 'first' })]
    expect(summary('visit-safety-plan', facts(given))).toEqual([gives])
  })
})
