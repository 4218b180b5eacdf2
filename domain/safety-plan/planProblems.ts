import { dateProblems } from './dateProblems'
import { lineProblems } from './lineProblems'
import { peopleProblems } from './peopleProblems'
import type { PlanDocument } from './planDocument'
import type { PlanProblem } from './planProblem'
import { PLAN_CHECKS } from './planChecks'
import { PLAN_DOMAINS } from './planDomains'
import { signatoryProblems } from './signatoryProblems'

/** Everything that keeps a plan of the right shape from being written; empty when nothing does. All at once, so that the form is put right in one go. */
export const planProblems = (plan: PlanDocument): readonly PlanProblem[] => [
  ...dateProblems(plan),
  ...peopleProblems(plan),
  ...lineProblems(plan),
  ...signatoryProblems(plan),
  ...answerProblems(plan),
]

/** A no, or a not needed, says why. */
function answerProblems(plan: PlanDocument): readonly PlanProblem[] {
  const answers = [
    ...PLAN_CHECKS.map(({ id }) => ({ path: ['checks', id], given: plan.checks[id] })),
    ...PLAN_DOMAINS.flatMap(({ id }) =>
      plan.lines[id].map(({ smart }, index) => ({ path: ['lines', id, index, 'smart'], given: smart })),
    ),
  ]
  return answers.flatMap(({ path, given }) =>
    given === undefined || given.answer === 'yes' || given.words !== undefined
      ? []
      : [{ path, problem: `say in words why the answer is ${given.answer === 'no' ? 'no' : 'not needed'}` }],
  )
}
