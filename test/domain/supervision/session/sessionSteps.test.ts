import {
  sessionStep,
  sessionSteps,
  type SessionStep,
  type SessionStepId,
  type SessionSteps,
} from '../../../../domain/supervision/session/sessionSteps'
import { sessionMatters } from '../../../../domain/supervision/session/sessionMatters'
import { sessionStepsProblem } from '../../../../domain/supervision/session/sessionStepsProblem'
import { calendar } from '../../facts'
import { sessionOn } from './exampleSession'

/** The built-in steps with one of them changed. */
const changed = (id: SessionStepId, change: Partial<SessionStep>): SessionSteps => ({
  ...sessionSteps,
  steps: sessionSteps.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
})

describe('the built-in steps of a session', () => {
  it('can be used', () => {
    expect(sessionStepsProblem(sessionSteps)).toBeUndefined()
  })

  it('say of each where its numbers come from', () => {
    for (const { source } of [...sessionSteps.steps, sessionSteps.sample])
      expect(source).toMatch(/Caseclock handbook, section 4|Caseclock's own default/)
  })

  it('have their numbers in data: a summary due a week earlier is due a week earlier', () => {
    const steps = changed('summary', { dueWorkingDays: -10 })
    const due = sessionMatters(sessionOn('2027-03-09'), calendar, steps).find(({ step }) => step === 'summary')?.dueOn
    expect(due?.toString()).toBe('2027-02-23')
  })

  it('are asked for by name, and one that is missing is an error that names the others', () => {
    const without = { ...sessionSteps, steps: sessionSteps.steps.slice(1) }
    expect(() => sessionStep('attend', without)).toThrow('There is no session step attend. There are reply, exception')
  })
})

describe('steps that cannot be used are refused, with what to do', () => {
  it.each<{ steps: SessionSteps; todo: string }>([
    { steps: { ...sessionSteps, steps: sessionSteps.steps.slice(1) }, todo: 'attend stands 0 times. Write it once.' },
    {
      steps: { ...sessionSteps, steps: [...sessionSteps.steps, sessionStep('held', sessionSteps)] },
      todo: 'held stands 2 times. Write it once.',
    },
    { steps: { ...sessionSteps, sample: { ...sessionSteps.sample, oneIn: 0 } }, todo: 'Enter 1 or more.' },
    { steps: { ...sessionSteps, sample: { ...sessionSteps.sample, source: '' } }, todo: 'Say where its number' },
    { steps: changed('papers', { source: '' }), todo: 'needs a title and a source' },
    { steps: changed('papers', { notSoonerThan: -1 }), todo: 'notSoonerThan is 0 or more' },
    { steps: changed('papers', { dueWorkingDays: -1.5 }), todo: 'whole numbers' },
    {
      steps: changed('papers', { reminders: [{ step: 'due-1wd', workingDays: -1, to: 'coordinator' }] }),
      todo: 'reminder due-1wd comes after the due date',
    },
    {
      steps: changed('papers', {
        reminders: [-4, -3].map((workingDays) => ({ step: 'due', workingDays, to: 'coordinator' })),
      }),
      todo: 'two reminders of one name',
    },
    {
      steps: changed('papers', { reminders: [{ step: 'rung-1', workingDays: -3, to: 'coordinator' }] }),
      todo: 'has the name of a rung',
    },
    {
      steps: changed('papers', { reminders: [{ step: 'due-3wd', workingDays: -3, to: 'clerk' as 'invitee' }] }),
      todo: 'nobody is called clerk',
    },
    {
      steps: changed('papers', { ladder: [{ role: 'boss' as 'director', afterWorkingDays: 1 }] }),
      todo: 'there is no role boss',
    },
    {
      steps: changed('papers', {
        ladder: [
          { role: 'team-manager', afterWorkingDays: 1 },
          { role: 'service-manager', afterWorkingDays: 0 },
        ],
      }),
      todo: 'rung 2 comes 0 working days later',
    },
  ])('$todo', ({ steps, todo }) => {
    expect(sessionStepsProblem(steps)).toContain(todo)
  })
})
