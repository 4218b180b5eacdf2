import type { CaseFacts } from '../caseFacts'
import { isoDay } from '../../calendar/isoDay'
import { dataOf, type ToBeRecorded } from './toBeRecorded'

const DAYS = [
  { field: 'reviewOn', words: 'The day of the review' },
  { field: 'validUntil', words: 'The day until which it is valid' },
  { field: 'timeOfferedUntil', words: 'The day until which there is time to consider it' },
] as const

/** Why a safety plan cannot be recorded as agreed by a bare fact, or undefined when it can: a written document is only made with its text, and its days lie on or after its own. */
export function agreementProblem(_facts: CaseFacts, event: ToBeRecorded): string | undefined {
  const agreed = dataOf(event, 'safety-plan-agreed')
  if (agreed === undefined) return undefined
  if (agreed.document !== undefined)
    return 'A document is made with its text: caseclock safety-plan write. Leave the field document out.'
  if (agreed.reviewMode === 'date' && agreed.reviewOn === undefined)
    return 'A plan that is reviewed on a date says which: give the day of its review, or another way of reviewing it.'
  const early = DAYS.find(({ field }) => {
    const day = agreed[field]
    return day !== undefined && isoDay(day).isBefore(event.on)
  })
  return early === undefined
    ? undefined
    : `${early.words} lies before the day the plan was agreed. Correct one of them.`
}
