import { event, facts, planOn, summary } from '../facts'
import { agreed, asksToSee } from './safetyPlanEvents'

const goal = (name: string, more = {}) => asksToSee('2026-03-02', { goal: name }, { id: name, ...more })
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
    const given = [
      ...planOn('2026-02-02'),
      agreed('2026-03-02', 'formal'),
      goal('first'),
      met(name),
      goal('second', { supersedes: 'first' }),
    ]
    expect(summary('visit-safety-plan', facts(given))).toEqual([gives])
  })
})
