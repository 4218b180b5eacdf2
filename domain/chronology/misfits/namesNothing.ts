import type { CaseFacts } from '../caseFacts'
import { namedProblem } from './namedProblem'
import type { Proposed } from './proposed'

/** Why an answer to an information request cannot be recorded. */
export const informationProblem = (
  facts: CaseFacts,
  { on, data }: Proposed<'information-answered'>,
): string | undefined =>
  namedProblem(facts, { id: data.request, field: 'request', kinds: ['information-requested'], on })

/** Why a step of a dispute cannot be recorded. */
export const disputeProblem = (
  facts: CaseFacts,
  { on, data }: Proposed<'dispute-stage-ended' | 'dispute-resolved'>,
): string | undefined => namedProblem(facts, { id: data.dispute, field: 'dispute', kinds: ['dispute-raised'], on })

/** Why a follow-up's answers cannot be recorded: what they look back on is none of what such a follow-up is of. */
export const followUpProblem = (facts: CaseFacts, { on, data }: Proposed<'follow-up-answered'>): string | undefined =>
  namedProblem(facts, { id: data.of, field: 'of', kinds: ANCHORS[data.anchor], on })

const PLAN = ['plan-started', 'icpc-held', 'transfer-in-conference-held'] as const
const ANCHORS = {
  'plan-start': PLAN,
  'plan-end': [...PLAN, 'plan-ended', 'review-held', 'child-left', 'case-closed'],
  closure: ['case-closed'],
} as const
