import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from './caseFacts'
import { childHistories } from './childHistory'
import type { Effective } from './effectiveEvents'
import { isPolice } from './writtenWords'

/** Whether the facts of a case show by a day that the police are involved: a joint strategy discussion or one with a police grade, a police outcome, an officer who signs or has signed a safety plan. */
export const policeInvolved = (facts: CaseFacts, day: LocalDate): boolean =>
  childHistories(facts).all.some((event) => !event.on.isAfter(day) && showsPolice(event))

function showsPolice(event: Effective): boolean {
  if (event.kind === 'police-outcome-recorded') return true
  if (event.kind === 'strategy-discussion') return event.data.joint === true || event.data.policeGrade !== undefined
  if (event.kind === 'safety-plan-agreed') return event.data.signatories?.some(isPolice) === true
  return event.kind === 'safety-plan-signed' && isPolice(event.data.role)
}
