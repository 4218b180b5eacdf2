import { kindForRule, recordHref } from '../record/kindForRule'
import type { DueOfCase } from '../../queries/web/case/caseDue'
import { caseAddress } from './caseAddress'

/** By rule, the page of the case on which it is done: a review looks at goals, a plan is signed, a step-down answered. */
const DONE_ON: Readonly<Partial<Record<string, string>>> = {
  'plan-gate': 'plans',
  goal: 'plans',
  'review-first': 'plans',
  'review-next': 'plans',
  'cin-review': 'plans',
  'safety-plan-written': 'safety-plan',
  'safety-plan-signed': 'safety-plan',
  'safety-plan-review': 'safety-plan',
  handshake: 'closing',
  dispute: 'disputes',
  'information-request': 'disputes',
}

/** Rules that nobody records from the case: a session of group supervision does. */
const BY_ITSELF: ReadonlySet<string> = new Set(['gcs-month'])

/** Where somebody says that it was done; null where other work does it. */
export function recordedAt(ref: string, { id, rule, follow_up: followUp }: DueOfCase): string | null {
  if (followUp !== null) return caseAddress(ref, `follow-ups/${followUp}`)
  const page = DONE_ON[rule]
  if (page !== undefined) return caseAddress(ref, page)
  return BY_ITSELF.has(rule) || kindForRule(rule) === null ? null : recordHref(ref, rule, id)
}
