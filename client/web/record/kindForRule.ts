import { isRuleId, type RuleId } from '../../../domain/policy/ruleIds'
import type { EventKind } from '../../../domain/chronology/eventKinds'

interface Meets {
  /** What is recorded when it has happened; null where no single fact does it. */
  readonly record: EventKind | null
  /** It is a meeting that has to be booked first. */
  readonly book?: true
}

const fact = (record: EventKind): Meets => ({ record })
const meeting = (record: EventKind): Meets => ({ record, book: true })
const NOTHING: Meets = { record: null }

/** What meets each rule, as the rule says in words. A new rule breaks the build here. */
const MEETS: Readonly<Record<RuleId, Meets>> = {
  'referral-decision': fact('referral-decided'),
  'referrer-feedback': fact('referrer-told'),
  assessment: fact('assessment-authorised'),
  'assessment-child-seen': fact('visit-made'),
  'enquiry-child-seen': fact('visit-made'),
  'strategy-to-icpc': meeting('icpc-held'),
  'icpc-report': fact('report-shared'),
  'transfer-in-conference': meeting('transfer-in-conference-held'),
  reconvene: { record: null, book: true },
  'conference-decision': fact('record-circulated'),
  'conference-record': fact('record-circulated'),
  'core-group-first': meeting('core-group-held'),
  'core-group': meeting('core-group-held'),
  visit: fact('visit-made'),
  'visit-safety-plan': fact('visit-made'),
  'review-first': meeting('review-held'),
  'review-next': meeting('review-held'),
  'review-report': fact('report-shared'),
  'plan-gate': fact('goal-set'),
  goal: fact('goal-reviewed'),
  'long-plan': fact('long-plan-decided'),
  'cpp-follow-up-3m': fact('follow-up-answered'),
  'cpp-follow-up-6m': fact('follow-up-answered'),
  'closure-follow-up': fact('follow-up-answered'),
  baseline: fact('care-measured'),
  'cin-visit': fact('visit-made'),
  'cin-review': fact('cin-review-held'),
  'plo-review': fact('plo-reviewed'),
  'plo-end': fact('plan-ended'),
  'safety-plan-written': fact('safety-plan-agreed'),
  'safety-plan-signed': fact('safety-plan-signed'),
  'safety-plan-review': fact('safety-plan-reviewed'),
  'conditional-caution': fact('caution-ended'),
  'gcs-month': fact('discussed-in-supervision'),
  'individual-supervision': fact('individual-supervision-held'),
  dispute: fact('dispute-stage-ended'),
  'information-request': fact('information-answered'),
  handover: fact('handover-accepted'),
  handshake: NOTHING,
  action: fact('action-done'),
  allocation: fact('worker-allocated'),
  'no-progress': fact('progress-recorded'),
  'reviews-without-goal-met': fact('goal-reviewed'),
  'absent-twice': fact('core-group-held'),
  'summary-late-twice': fact('supervision-summary-written'),
  'worker-changes': NOTHING,
  'back-within-a-year': fact('assessment-authorised'),
  'repeat-plan-without-reason': NOTHING,
  'specialist-vacant': fact('specialist-allocated'),
  'booking-without-outcome': NOTHING,
  'breach-without-next-step': fact('safety-plan-breach-decided'),
  'not-seen-twice': fact('visit-made'),
  'appointments-missed': fact('progress-recorded'),
  'plan-ended-without-ground': NOTHING,
}

/** What to record when it has happened; a council's own rule, or one that no single fact meets, has the list of all kinds. */
export const kindForRule = (rule: string): EventKind | null => (isRuleId(rule) ? MEETS[rule].record : null)

export const isBookedFirst = (rule: string): boolean => isRuleId(rule) && MEETS[rule].book === true

/** The form that meets what is due, prefilled with it; the list of kinds where no single fact does. */
export function recordHref(ref: string, rule: string, obligationId?: string): string {
  const kind = kindForRule(rule)
  const about = obligationId === undefined ? '' : `?due=${obligationId}`
  return `/cases/${encodeURIComponent(ref)}/record${kind === null ? '' : `/${kind}`}${about}`
}
