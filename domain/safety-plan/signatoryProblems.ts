import type { PlanDocument } from './planDocument'
import type { PlanProblem } from './planProblem'
import { isFamilyRole, isPoliceSignatory } from './roles'

/** Up to five: the social worker, one or two parents, the team manager always, police only where they are involved. Source: handbook, section 7. */
export function signatoryProblems({ signatories, parents, policeInvolved }: PlanDocument): readonly PlanProblem[] {
  const refuse = (problem: string): PlanProblem => ({ path: ['signatories'], problem })
  const family = signatories.filter(isFamilyRole)
  const police = signatories.filter(isPoliceSignatory)
  const strangers = family.filter((role) => !parents.some((parent) => parent.role === role))
  return [
    ...(new Set(signatories).size === signatories.length ? [] : [refuse('each signs once: somebody stands twice')]),
    ...(signatories.includes('social-worker') ? [] : [refuse('the social worker signs: add social-worker')]),
    ...(signatories.includes('team-manager') ? [] : [refuse('the team manager always signs: add team-manager')]),
    ...(family.length === 1 || family.length === 2 ? [] : [refuse('one or two parents sign: name them by role')]),
    ...strangers.map((role) => refuse(`${role} signs and is none of parents; add them there`)),
    ...(police.length > 1
      ? [refuse('of the police one signs: the attending officer, or else a detective sergeant')]
      : []),
    ...(police.length > 0 && !policeInvolved
      ? [refuse('police sign only where they are involved: say policeInvolved: true, or leave them out')]
      : []),
    ...(police.length === 0 && policeInvolved
      ? [refuse('police are involved, and sign: add attending-officer, or else detective-sergeant')]
      : []),
  ]
}
