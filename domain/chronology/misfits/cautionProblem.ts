import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { childHistories, ofKind } from '../childHistory'
import { policeInvolved } from '../policeInvolved'
import { dataOf, type ToBeRecorded } from './toBeRecorded'

/** A fact about a caution; `byPolice`: whoever records it holds a police role for the case, which shows that police are involved. */
export interface CautionToBeRecorded extends ToBeRecorded {
  readonly byPolice?: boolean
}

/**
 * Why a conditional caution, the question about it or its end cannot be recorded, or undefined when it can: only police give one, and what follows one names it, on
 * its day or later, before its end. Source: handbook, section 7.
 */
export function cautionProblem(facts: CaseFacts, event: CautionToBeRecorded): string | undefined {
  if (dataOf(event, 'caution-given') !== undefined)
    return event.byPolice === true || policeInvolved(facts, event.on) ? undefined : NO_POLICE
  const asked = dataOf(event, 'caution-compliance-asked')
  const ended = dataOf(event, 'caution-ended')
  const named = asked?.caution ?? ended?.caution
  if (named === undefined) return undefined
  const { all, firstOf } = childHistories(facts)
  const caution = ofKind(all, 'caution-given').find(({ first }) => first === firstOf(named))
  if (caution === undefined)
    return 'This case has no such caution. Name it by its id: caseclock safety-plan show lists the cautions of a case.'
  if (event.on.isBefore(caution.on))
    return `That caution was given on ${govukDate(caution.on)}. What follows it is of that day or later.`
  const over = ofKind(all, 'caution-ended').find(({ data }) => firstOf(data.caution) === caution.first)
  return over !== undefined && (ended !== undefined || event.on.isAfter(over.on))
    ? `That caution ended on ${govukDate(over.on)}. To put its end right, correct or take back what was recorded.`
    : undefined
}

const NO_POLICE =
  'A caution is given by the police, and nothing on this case shows that they are involved. Record what does first: the joint strategy discussion (strategy-discussion with joint or policeGrade), or the police’s own outcome (police-outcome-recorded); an officer may record it.'
