import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { childHistories, ofKind } from '../childHistory'
import { runningSafetyPlans } from '../runningSafetyPlans'
import { dataOf, type ToBeRecorded } from './toBeRecorded'

/**
 * Why a breach of a safety plan, its being passed on or the decision on it cannot be recorded as a bare fact, or undefined when it can. A plan that is written line by
 * line has its breaches recorded against a line, where it is known whose duty that is: never the duty of who is harmed.
 */
export function breachProblem(facts: CaseFacts, event: ToBeRecorded): string | undefined {
  const standing = breachStandsProblem(facts, event)
  if (standing !== undefined || event.kind !== 'safety-plan-breached') return standing
  const isWritten = runningSafetyPlans(facts, event.on, event.children).some(({ agreed }) =>
    agreed.some(({ data }) => data.document !== undefined),
  )
  return isWritten ? BY_LINE : undefined
}

/** The same where the line has been looked at: there is a plan to be breached, and a step names a breach that stands and is not decided. */
export function breachStandsProblem(facts: CaseFacts, event: ToBeRecorded): string | undefined {
  if (event.kind === 'safety-plan-breached')
    return runningSafetyPlans(facts, event.on, event.children).length > 0
      ? undefined
      : `No safety plan of this case runs on ${govukDate(event.on)}: there is nothing to breach. Record what was agreed first, or what happened as what it was.`
  const named =
    dataOf(event, 'safety-plan-breach-passed-on')?.breach ?? dataOf(event, 'safety-plan-breach-decided')?.breach
  if (named === undefined) return undefined
  const { all, firstOf } = childHistories(facts)
  const breach = ofKind(all, 'safety-plan-breached').find(({ first }) => first === firstOf(named))
  if (breach === undefined)
    return 'This case has no such breach. Name it by its id: caseclock safety-plan show lists the breaches of a case.'
  if (event.on.isBefore(breach.on))
    return `That breach was on ${govukDate(breach.on)}. A step on it is of that day or later.`
  const decided = ofKind(all, 'safety-plan-breach-decided').find(({ data }) => firstOf(data.breach) === breach.first)
  return decided === undefined
    ? undefined
    : `That breach was decided on ${govukDate(decided.on)}. To decide otherwise, correct or take back that decision.`
}

const BY_LINE =
  'This safety plan is written line by line. Record its breach against a line, where it is known whose duty it is: caseclock safety-plan breach.'
