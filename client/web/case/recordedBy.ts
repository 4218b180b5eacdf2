import type { EventKind } from '../../../domain/chronology/eventKinds'

/** By rule, what is recorded when it was done. A rule that a person of a page of its own sees to (a follow-up, a closing, a safety plan's signature) has none. */
const RECORDED: Readonly<Partial<Record<string, EventKind>>> = {
  'referral-decision': 'referral-decided',
  'referrer-feedback': 'referrer-told',
  assessment: 'assessment-authorised',
  'assessment-child-seen': 'visit-made',
  'enquiry-child-seen': 'visit-made',
  'strategy-to-icpc': 'icpc-held',
  'icpc-report': 'report-shared',
  'transfer-in-conference': 'transfer-in-conference-held',
  'conference-decision': 'record-circulated',
  'conference-record': 'record-circulated',
  'core-group-first': 'core-group-held',
  'core-group': 'core-group-held',
  visit: 'visit-made',
  'visit-safety-plan': 'visit-made',
  'cin-visit': 'visit-made',
  'review-report': 'report-shared',
  'long-plan': 'long-plan-decided',
  baseline: 'care-measured',
  'plo-review': 'plo-reviewed',
  'plo-end': 'plan-ended',
  'conditional-caution': 'caution-ended',
  'information-request': 'information-answered',
  handover: 'handover-accepted',
  action: 'action-done',
  allocation: 'worker-allocated',
  'individual-supervision': 'individual-supervision-held',
}

/** By rule, the page of the case on which it is done. */
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
}

/** Where somebody says that it was done: a path below the case's own; undefined where other work does it. */
export function recordedAt({
  rule,
  follow_up: followUp,
}: {
  readonly rule: string
  readonly follow_up: string | null
}): string | undefined {
  if (followUp !== null) return `follow-ups/${followUp}`
  const page = DONE_ON[rule]
  const kind = RECORDED[rule]
  return page ?? (kind === undefined ? undefined : `record/${kind}`)
}
