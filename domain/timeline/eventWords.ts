import type { EventKind } from '../chronology/eventKinds'
import type { OtherPlan } from '../chronology/otherPlans'

const WORDS: Partial<Record<EventKind, string>> = {
  'referral-received': 'Referral received',
  'referral-decided': 'Referral decided',
  'strategy-discussion': 'Strategy discussion that opened a section 47 enquiry',
  'icpc-held': 'Initial child protection conference held',
  'transfer-in-notified': 'Transfer in notified by another authority',
  'transfer-in-conference-held': 'Transfer-in conference held',
  'plan-started': 'Child protection plan started',
  'plan-ended': 'Child protection plan ended',
  'review-held': 'Review conference held',
  'core-group-held': 'Core group held',
  'cin-review-held': 'Child in need review held',
  // True of a child that was seen, and of parents visited before the birth.
  'visit-made': 'Last counted visit made',
  'worker-ended': 'Last worker ended',
  'case-reopened': 'Case reopened',
  'transferred-in': 'Case transferred in',
  'plo-extended': 'Pre-proceedings extended',
}

const STARTS: Readonly<Record<OtherPlan['plan'], string>> = {
  cin: 'Child in need plan started',
  plo: 'Pre-proceedings begun',
}

/** What a person calls an event a date is counted from; `plan` where it is the start of another than a child protection plan. A kind no rule counts from yet is spelt with spaces. */
export const eventWords = (kind: EventKind, plan?: OtherPlan['plan']): string =>
  (plan === undefined ? WORDS[kind] : STARTS[plan]) ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ')

const MEETINGS: Partial<Record<EventKind, string>> = {
  'icpc-booked': 'Initial child protection conference',
  'transfer-in-conference-booked': 'Transfer-in conference',
  'review-booked': 'Review conference',
  'core-group-booked': 'Core group',
  'cin-review-booked': 'Child in need review',
}

/** What a person calls the meeting a booking is for. */
export const bookingWords = (kind: EventKind): string => MEETINGS[kind] ?? eventWords(kind)

/** Where the words for a date that is counted would say too much of a mere fact: a plan of any kind, a visit whether the child was seen or not. */
const EVIDENCE: Partial<Record<EventKind, string>> = {
  'plan-started': 'Plan started',
  'plan-ended': 'Plan ended',
  'visit-made': 'Visit made',
  'referral-decided': 'Referral decided',
  // Only that one is evidence: with the team manager it is already.
  'safety-plan-breach-passed-on': 'Breach passed on to the detective sergeant',
}

/** What a person calls a fact that a stall rests on. */
export const evidenceWords = (kind: EventKind): string => {
  const meeting = MEETINGS[kind]
  return EVIDENCE[kind] ?? (meeting === undefined ? eventWords(kind) : `${meeting} booked`)
}
