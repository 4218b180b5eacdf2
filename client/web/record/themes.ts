import type { EventKind } from '../../../domain/chronology/eventKinds'

export interface Theme {
  readonly title: string
  readonly kinds: readonly EventKind[]
}

/** Every kind of fact under the theme somebody looks for it in; what happens most often first. A test finds each kind once. */
export const THEMES: readonly Theme[] = [
  {
    title: 'Visits and progress',
    kinds: ['visit-made', 'progress-recorded', 'care-measured', 'appointment-missed'],
  },
  {
    title: 'Meetings and conferences',
    kinds: [
      ...(['core-group-held', 'review-held', 'icpc-held', 'cin-review-held', 'transfer-in-conference-held'] as const),
      ...(['report-shared', 'record-circulated', 'core-group-booked', 'review-booked', 'icpc-booked'] as const),
      ...(['cin-review-booked', 'transfer-in-conference-booked', 'meeting-cancelled', 'icpc-not-required'] as const),
      'transfer-in-notified',
    ],
  },
  {
    title: 'Referral, assessment and enquiry',
    kinds: [
      ...([
        'contact-received',
        'referral-received',
        'referral-decided',
        'referrer-told',
        'assessment-started',
      ] as const),
      ...(['assessment-authorised', 'strategy-discussion', 'section-47-ended', 'consent-recorded'] as const),
    ],
  },
  {
    title: 'Plans and goals',
    kinds: [
      ...([
        'plan-started',
        'plan-ended',
        'goal-set',
        'goal-reviewed',
        'contingency-started',
        'category-changed',
      ] as const),
      ...(['long-plan-decided', 'plo-reviewed', 'plo-extended', 'action-agreed', 'action-done'] as const),
    ],
  },
  {
    title: 'Safety plan and police',
    kinds: [
      ...(['safety-plan-agreed', 'safety-plan-signed', 'safety-plan-shared', 'safety-plan-reviewed'] as const),
      ...(['safety-plan-breached', 'safety-plan-breach-passed-on', 'safety-plan-breach-decided'] as const),
      ...(['safety-plan-ended', 'police-outcome-recorded', 'caution-given', 'caution-compliance-asked'] as const),
      'caution-ended',
    ],
  },
  {
    title: 'People and supervision',
    kinds: [
      ...([
        'worker-allocated',
        'worker-ended',
        'chair-allocated',
        'specialist-needed',
        'specialist-allocated',
      ] as const),
      ...(['specialist-ended', 'individual-supervision-held', 'supervision-summary-written'] as const),
      ...(['discussed-in-supervision', 'handover-proposed', 'handover-accepted', 'transferred-in'] as const),
      'transferred-out',
    ],
  },
  {
    title: 'Other agencies',
    kinds: [
      ...(['information-requested', 'information-answered', 'dispute-raised', 'dispute-stage-ended'] as const),
      'dispute-resolved',
    ],
  },
  {
    title: 'The child, and the end of the work',
    kinds: [
      ...(['child-born', 'child-left', 'looked-after-started', 'looked-after-ended', 'step-down-proposed'] as const),
      ...([
        'step-down-accepted',
        'step-down-declined',
        'stepped-down',
        'closure-proposed',
        'closure-accepted',
      ] as const),
      ...(['closure-declined', 'case-closed', 'case-reopened', 'follow-up-answered'] as const),
    ],
  },
]
