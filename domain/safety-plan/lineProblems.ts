import type { PlanDocument } from './planDocument'
import type { PlanProblem } from './planProblem'
import { PLAN_DOMAINS } from './planDomains'
import { linesOf } from './linesOf'
import { isFamilyRole } from './roles'
import { isVictims } from './isVictims'

/** Lines with a name of their own, under their own domain, whose duty is somebody's of the plan, and never the duty of who is harmed to keep the other away. */
export function lineProblems(plan: PlanDocument): readonly PlanProblem[] {
  const ids = linesOf(plan).map(({ id }) => id)
  const roles: readonly string[] = plan.parents.map(({ role }) => role)
  const none = ids.length === 0 ? [{ path: ['lines'], problem: 'nothing is agreed yet: write at least one line' }] : []
  const each = PLAN_DOMAINS.flatMap(({ id: domain, prefix, title }) =>
    plan.lines[domain].flatMap(({ id, duty, contactWith }, index): readonly PlanProblem[] => {
      const path = ['lines', domain, index]
      const isTwice = ids.filter((other) => other === id).length > 1
      return [
        ...(id.startsWith(`${prefix}-`)
          ? []
          : [{ path: [...path, 'id'], problem: `lines under ${title} are named ${prefix}-1, ${prefix}-2 …` }]),
        ...(isTwice
          ? [{ path: [...path, 'id'], problem: `${id} stands twice; give each line a number of its own` }]
          : []),
        ...strangerProblems([...path, 'duty'], duty, roles),
        ...(contactWith === undefined ? [] : strangerProblems([...path, 'contactWith'], contactWith, roles)),
        ...(duty === 'police' && !plan.policeInvolved
          ? [{ path: [...path, 'duty'], problem: 'police have a part in this line; say policeInvolved: true' }]
          : []),
        ...(contactWith !== undefined && isVictims(plan, duty)
          ? [{ path: [...path, 'duty'], problem: KEEPS_AWAY }]
          : []),
      ]
    }),
  )
  return [...none, ...each]
}

const KEEPS_AWAY =
  'in domestic abuse an agreement binds the person who harms: make it their duty to stay away, never the duty of who is harmed to keep them away'

const strangerProblems = (path: PlanProblem['path'], role: string, roles: readonly string[]): readonly PlanProblem[] =>
  isFamilyRole(role) && !roles.includes(role)
    ? [{ path, problem: `${role} is none of parents; add them there, or name another` }]
    : []
