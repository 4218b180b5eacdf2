import { govukDate } from '../../../domain/timeline/govukDate'
import type { EarlierDecision } from './earlierDecisions'

/** What was decided when a case was last closed, before a referral that followed soon: one sentence. `ref`: the case it is read on. */
export function earlierSentence({ referredOn, closing, ref: of }: EarlierDecision, ref: string): string {
  const back = `Referred on ${govukDate(referredOn)}`
  if (closing === null) return `${back}, after case ${of}, which is not open to you.`
  const where = of === ref ? '' : ` case ${of}`
  const what = closing.what === 'closed' ? `closing${where}` : `stepping down${where}`
  const decided = closing.decided.map(({ rule, decision }) => `${rule}: ${decision}`)
  return [
    `${back}, within ${closing.within} of ${what}: ${closing.what === 'closed' ? 'closed' : 'stepped down'} on ${govukDate(closing.on)}`,
    `because ${closing.because}`,
    `decided ${decided.length === 0 ? 'nothing that is recorded' : decided.join('; ')}.`,
  ].join(', ')
}
