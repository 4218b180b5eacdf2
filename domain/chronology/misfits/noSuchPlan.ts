import { PLAN_WORDS, type PlanKind } from './planStarts'

/** What to do where a record speaks of a plan that nobody it concerns has had. */
export const noSuchPlan = (plan: PlanKind): string =>
  `No child it concerns has had ${PLAN_WORDS[plan].a} that this could be of. Record the plan first: ${START[plan]}.`

const START: Readonly<Record<PlanKind, string>> = {
  cpp: 'icpc-held or plan-started, with "plan":"cpp"',
  cin: 'plan-started, with "plan":"cin"',
  plo: 'plan-started, with "plan":"plo"',
  safety: 'safety-plan-agreed',
}
