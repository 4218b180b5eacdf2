import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { runningSafetyPlans } from '../runningSafetyPlans'
import { signatory } from '../writtenWords'
import { dataOf, type ToBeRecorded } from './toBeRecorded'

/**
 * Why a signature under a safety plan, or a refusal to sign it, cannot be recorded, or undefined when it can: there has to be a formal document that day, of a plan
 * that runs, and whoever signs has to have a role that counts.
 */
export function signatureProblem(facts: CaseFacts, event: ToBeRecorded): string | undefined {
  const signed = dataOf(event, 'safety-plan-signed')
  const consent = dataOf(event, 'consent-recorded')
  const refused = consent?.state === 'refused' && consent.of === 'safety-plan'
  if (signed === undefined && !refused) return undefined
  const running = runningSafetyPlans(facts, event.on, event.children)
  const isWritten = running.some(({ agreed }) => agreed.some(({ data }) => data.how === 'formal'))
  if (!isWritten) {
    const what = refused ? 'Refusal' : 'Signature'
    return running.length === 0
      ? `${what} before the document exists: no safety plan of this case runs on ${govukDate(event.on)}. Write it first: caseclock safety-plan write.`
      : `${what} before the document exists: by ${govukDate(event.on)} the safety plan was agreed by word or by hand only. Write it up first: caseclock safety-plan write.`
  }
  return signed !== undefined && signatory(signed.role).of === 'unknown'
    ? 'A signature of somebody whose role is not known counts for nobody. Write parent, mother, father, carer, social worker, team manager or police.'
    : undefined
}
