import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { runningSafetyPlans } from '../runningSafetyPlans'
import type { ToBeRecorded } from './toBeRecorded'

/** Why a review of a safety plan, or a copy given of it, cannot be recorded, or undefined when it can: a plan runs that day, and one agreed on the very day is not reviewed yet. */
export function planReviewProblem(facts: CaseFacts, { kind, on, children }: ToBeRecorded): string | undefined {
  if (kind !== 'safety-plan-reviewed' && kind !== 'safety-plan-shared') return undefined
  const running = runningSafetyPlans(facts, on, children)
  if (running.length === 0)
    return `No safety plan of this case runs on ${govukDate(on)}. Record what was agreed first: caseclock safety-plan write.`
  return kind === 'safety-plan-shared' || running.some(({ plan }) => plan.agreedOn.isBefore(on))
    ? undefined
    : `This safety plan was agreed on ${govukDate(on)}. Its review is on a later day.`
}
