import type { CaseFacts } from '../caseFacts'
import { isoDay } from '../../calendar/isoDay'
import { dataOf, type ToBeRecorded } from './toBeRecorded'

/** Why a safety plan cannot be recorded as agreed by a bare fact, or undefined when it can: a written document is only made with its text, and its days lie on or after its own. */
export function agreementProblem(_facts: CaseFacts, event: ToBeRecorded): string | undefined {
  const agreed = dataOf(event, 'safety-plan-agreed')
  if (agreed === undefined) return undefined
  if (agreed.document !== undefined)
    return 'A document is made with its text: caseclock safety-plan write. Leave the field document out.'
  if (agreed.reviewMode === 'date' && agreed.reviewOn === undefined)
    return 'A plan that is reviewed on a date says which: add reviewOn, or give another reviewMode.'
  const early = (['reviewOn', 'validUntil', 'timeOfferedUntil'] as const).find((field) => {
    const day = agreed[field]
    return day !== undefined && isoDay(day).isBefore(event.on)
  })
  return early === undefined
    ? undefined
    : `The field ${early} lies before the day the plan was agreed. Correct one of them.`
}
