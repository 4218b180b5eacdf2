import type { CaseFacts } from '../caseFacts'
import type { ChronologyEvent } from '../chronologyEvent'
import type { EventKind } from '../eventKinds'
import { actionProblem } from './actionProblem'
import { agreementProblem } from './agreementProblem'
import { breachProblem } from './breachProblem'
import { cautionProblem } from './cautionProblem'
import { goalProblem } from './goalProblem'
import { handshakeProblem } from './handshakeProblem'
import { knownGoalProblem } from './knownGoalProblem'
import { disputeProblem, followUpProblem, informationProblem } from './namesNothing'
import { planEndProblem } from './planEndProblem'
import { planReviewProblem } from './planReviewProblem'
import type { Proposed } from './proposed'
import { reviewProblem } from './reviewProblem'
import { signatureProblem } from './signatureProblem'

/** For each kind that can be impossible beside the other facts of its case: why it cannot be, and what to do. One function, one file each. */
const PROBLEMS: { readonly [K in EventKind]?: (facts: CaseFacts, event: Proposed<K>) => string | undefined } = {
  'review-held': reviewProblem,
  'review-booked': reviewProblem,
  'core-group-held': reviewProblem,
  'cin-review-held': reviewProblem,
  'plo-reviewed': reviewProblem,
  'goal-set': goalProblem,
  'goal-reviewed': knownGoalProblem,
  'contingency-started': knownGoalProblem,
  'plan-ended': planEndProblem,
  'follow-up-answered': followUpProblem,
  'action-done': actionProblem,
  'dispute-stage-ended': disputeProblem,
  'dispute-resolved': disputeProblem,
  'information-answered': informationProblem,
  'closure-accepted': handshakeProblem,
  'closure-declined': handshakeProblem,
  'step-down-accepted': handshakeProblem,
  'step-down-declined': handshakeProblem,
  'safety-plan-agreed': agreementProblem,
  'safety-plan-signed': signatureProblem,
  'consent-recorded': signatureProblem,
  'safety-plan-reviewed': planReviewProblem,
  'safety-plan-shared': planReviewProblem,
  'safety-plan-breached': breachProblem,
  'safety-plan-breach-passed-on': breachProblem,
  'safety-plan-breach-decided': breachProblem,
  'caution-given': cautionProblem,
  'caution-compliance-asked': cautionProblem,
  'caution-ended': cautionProblem,
}

/** Whether facts of this kind are looked at beside the others at all. */
export const canMisfit = (kind: EventKind): boolean => PROBLEMS[kind] !== undefined

/**
 * Why a fact that a person records cannot be so beside what stands, with what to do; undefined where it can. Imports are never asked: what is odd in them shows
 * on the case. A correction is looked at without what it corrects, and may leave what was wrong before it; taking something back is always possible.
 */
export function misfitOf(facts: CaseFacts, event: Proposed): string | undefined {
  if (event.void === true) return undefined
  const corrected = facts.events.find(({ id }) => id === event.supersedes)
  if (corrected === undefined) return problemOf(facts, event)
  const others = without(facts, corrected)
  const problem = problemOf(others, event)
  return problem === undefined || problemOf(others, corrected) !== undefined ? undefined : problem
}

const problemOf = (facts: CaseFacts, event: Proposed): string | undefined => {
  // The table is typed by kind; which of its functions fits this event is known only here.
  const problem = PROBLEMS[event.kind] as ((facts: CaseFacts, event: Proposed) => string | undefined) | undefined
  return problem?.(facts, event)
}

/** The facts as if an event had been taken back. */
const without = (facts: CaseFacts, event: ChronologyEvent): CaseFacts => ({
  ...facts,
  events: [...facts.events, { ...event, id: `without ${event.id}`, supersedes: event.id, void: true }],
})
