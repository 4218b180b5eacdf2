import { lookAgain } from '../../../domain/safety-plan/lookAgain'
import { checksOf, PLAN_CHECKS, unanswered } from '../../../domain/safety-plan/planChecks'
import { line, plan, withLines } from './examplePlan'

const yes = { answer: 'yes' } as const

describe('the checks of a safety plan', () => {
  it('are listed until they are answered, and never taken for a yes', () => {
    const open = unanswered(plan()).map(({ check }) => check)
    expect(open).toEqual([...PLAN_CHECKS.map(({ id }) => id), 'smart care-1', 'smart safety-1'])
    const answered = withLines(
      { basicCare: [line('care-1', { smart: yes })], ensuringSafety: [] },
      { checks: Object.fromEntries(PLAN_CHECKS.map(({ id }) => [id, yes])) },
    )
    expect(unanswered(answered)).toEqual([])
  })

  it('keep a no with its words', () => {
    const given = plan({ checks: { advocate: { answer: 'no', words: 'asked on Monday' } } })
    expect(checksOf(given).find(({ check }) => check === 'advocate')).toMatchObject({
      answer: 'no',
      words: 'asked on Monday',
    })
  })

  it('a domain with nothing in it, and no support, are shown again', () => {
    const said = lookAgain(plan({ support: [] })).join(' ')
    expect(said).toContain('Nothing is agreed under Access to education.')
    expect(said).toContain('No support is offered.')
    const framework = { assessmentFramework: { answer: 'yes', words: 'no child is of school age' } } as const
    expect(lookAgain(plan({ checks: framework }))).toEqual([])
  })
})
