import { ROLES } from '../../access/role'
import { rungOfStep } from '../../escalation/ladder'
import { SESSION_STEP_IDS, type SessionStep, type SessionSteps } from './sessionSteps'

/**
 * Why steps cannot be used, and what to do, or undefined when they can: what a type cannot say of a file. Every step stands once; a reminder has a name of
 * its own and does not come after the due date; every rung above the first waits at least a working day, so that one person hears before the next.
 */
export function sessionStepsProblem({ sample, steps }: SessionSteps): string | undefined {
  for (const id of SESSION_STEP_IDS) {
    const times = steps.filter((step) => step.id === id).length
    if (times !== 1) return `Step ${id} stands ${String(times)} times. Write it once.`
  }
  if (!isCount(sample.oneIn, 1)) return `The sample is one session in ${String(sample.oneIn)}. Enter 1 or more.`
  if (sample.source === '') return 'The sample has no source. Say where its number comes from.'
  return steps.map(stepProblem).find((problem) => problem !== undefined)
}

function stepProblem(step: SessionStep): string | undefined {
  if (step.title === '' || step.source === '') return `Step ${step.id} needs a title and a source.`
  if (!isCount(step.notSoonerThan, 0)) return `Step ${step.id}: notSoonerThan is 0 or more working days.`
  const days = [step.dueWorkingDays, step.notLaterThan ?? 0, step.silentAfter ?? 0]
  if (!days.every(Number.isInteger)) return `Step ${step.id}: working days are whole numbers.`
  return reminderProblem(step) ?? ladderProblem(step)
}

function reminderProblem({ id, reminders, dueWorkingDays }: SessionStep): string | undefined {
  if (new Set(reminders.map(({ step }) => step)).size < reminders.length)
    return `Step ${id} has two reminders of one name. Give each its own: what was told is known by it.`
  for (const { step, workingDays, to } of reminders) {
    if (!Number.isInteger(workingDays) || workingDays > dueWorkingDays)
      return `Step ${id}: reminder ${step} comes after the due date. Move it to that day or before it.`
    if (rungOfStep(step) !== undefined) return `Step ${id}: reminder ${step} has the name of a rung. Give it another.`
    if (![...ROLES, 'invitee', 'case-worker'].includes(to))
      return `Step ${id}: nobody is called ${to}. Name a role, invitee or case-worker.`
  }
  return undefined
}

function ladderProblem({ id, ladder }: SessionStep): string | undefined {
  for (const [index, { role, afterWorkingDays }] of ladder.entries()) {
    if (!ROLES.includes(role)) return `Step ${id}: there is no role ${role}. Name one of ${ROLES.join(', ')}.`
    if (!isCount(afterWorkingDays, 1))
      return `Step ${id}: rung ${String(index + 1)} comes ${String(afterWorkingDays)} working days later. Enter 1 or more.`
  }
  return undefined
}

const isCount = (number: number, least: number): boolean => Number.isInteger(number) && number >= least
