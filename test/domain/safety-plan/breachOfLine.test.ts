import { breachOfLineProblem } from '../../../domain/safety-plan/breachOfLineProblem'
import { abuse, line, plan, withLines } from './examplePlan'

describe('a breach of a line', () => {
  it('is of somebody’s duty in the family', () => {
    expect(breachOfLineProblem(plan(), 'care-1', undefined)).toBeUndefined()
    expect(breachOfLineProblem(plan(), 'care-1', 'father')).toBeUndefined()
  })

  it('is never recorded against who is harmed: neither their duty, nor they by role', () => {
    const given = plan({ domesticAbuse: abuse })
    expect(breachOfLineProblem(given, 'care-1', undefined)).toContain('no breach route against')
    expect(breachOfLineProblem(given, 'care-1', 'father')).toContain('no breach route against')
    expect(breachOfLineProblem(given, 'safety-1', 'mother')).toContain('no breach route against')
    expect(breachOfLineProblem(given, 'safety-1', undefined)).toBeUndefined()
  })

  it.each([
    [
      'a line that is not in the plan',
      plan(),
      'school-1',
      undefined,
      'The plan has no line school-1. It has care-1, safety-1.',
    ],
    [
      'the part of a service',
      withLines({ basicCare: [line('care-1', { duty: 'school' })] }),
      'care-1',
      undefined,
      'part of the school',
    ],
    ['somebody who is not in the plan', plan(), 'care-1', 'uncle', 'Nobody in the plan is called uncle.'],
  ])('is refused for %s', (_what, given, id, who, problem) => {
    expect(breachOfLineProblem(given, id, who)).toContain(problem)
  })
})
