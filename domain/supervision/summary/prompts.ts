import type { EventKind } from '../../chronology/eventKinds'

/** The parts of a summary that the record fills in. */
export type PartName = 'happened' | 'goals' | 'late' | 'dueNext' | 'lastDecisions'

/** One of the questions that the record of a discussion answers. */
export interface Prompt {
  readonly id: PromptId
  readonly words: string
  /** Parts that answer it as a whole. */
  readonly parts: readonly PartName[]
  /** Kinds of what was recorded since that bear on it: facts, not a judgement. */
  readonly kinds: readonly EventKind[]
}

export const PROMPT_IDS = [
  'changed-since',
  'goals-show',
  'risk-and-protective',
  'disciplines',
  'each-child',
  'challenge',
  'evidence',
  'decision',
] as const

export type PromptId = (typeof PROMPT_IDS)[number]

/** The record prompts of a discussion, in the order of the handbook, with where they come from. */
export const summaryPrompts: {
  readonly basis: string
  readonly source: string
  readonly prompts: readonly Prompt[]
} = {
  basis: 'practice',
  source:
    'Caseclock handbook, section 4, record prompts for a discussion; which recorded facts stand beside them is our own',
  prompts: [
    {
      id: 'changed-since',
      words: 'What has changed for the child since last time?',
      parts: ['happened'],
      kinds: [],
    },
    {
      id: 'goals-show',
      words: 'What do the plan’s goals show?',
      parts: ['goals'],
      kinds: ['goal-reviewed', 'contingency-started', 'progress-recorded'],
    },
    {
      id: 'risk-and-protective',
      words: 'Which risk factors and which protective factors are there?',
      parts: [],
      kinds: [
        'contact-received',
        'referral-received',
        'strategy-discussion',
        'section-47-ended',
        'police-outcome-recorded',
        'caution-given',
        'caution-ended',
        'safety-plan-agreed',
        'safety-plan-breached',
        'safety-plan-breach-passed-on',
        'safety-plan-breach-decided',
        'consent-recorded',
        'appointment-missed',
        'looked-after-started',
        'looked-after-ended',
        'progress-recorded',
      ],
    },
    {
      id: 'disciplines',
      words: 'What is the view of each discipline?',
      parts: [],
      kinds: [
        'specialist-needed',
        'specialist-allocated',
        'specialist-ended',
        'core-group-held',
        'information-requested',
        'information-answered',
      ],
    },
    {
      id: 'each-child',
      words: 'Each child of the family by name: what is the answer for this child?',
      parts: [],
      kinds: [],
    },
    {
      id: 'challenge',
      words: 'What was challenged, and which alternatives were considered?',
      parts: [],
      kinds: ['dispute-raised', 'dispute-stage-ended', 'dispute-resolved', 'contingency-started', 'long-plan-decided'],
    },
    {
      id: 'evidence',
      words: 'Which evidence was used?',
      parts: [],
      kinds: [
        'visit-made',
        'assessment-authorised',
        'care-measured',
        'report-shared',
        'information-answered',
        'follow-up-answered',
        'safety-plan-reviewed',
      ],
    },
    {
      id: 'decision',
      words: 'What is decided: the next steps, who owns each, by when?',
      parts: ['lastDecisions', 'late', 'dueNext'],
      kinds: [],
    },
  ],
}
