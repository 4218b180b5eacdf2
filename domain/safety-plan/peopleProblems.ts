import type { PlanDocument } from './planDocument'
import type { PlanProblem } from './planProblem'

/** Who is in the plan, and who harms and is harmed: each once, and each one of the plan's own. */
export function peopleProblems({ parents, children, domesticAbuse }: PlanDocument): readonly PlanProblem[] {
  const roles = parents.map(({ role }) => role)
  const { harms = [], isHarmed = [] } = domesticAbuse ?? {}
  const strangers = [
    ...harms.map((role, index) => ({ role, path: ['domesticAbuse', 'harms', index] })),
    ...isHarmed.map((role, index) => ({ role, path: ['domesticAbuse', 'isHarmed', index] })),
  ].filter(({ role }) => !roles.includes(role))
  return [
    ...parents.flatMap(({ role }, index) =>
      roles.indexOf(role) === index
        ? []
        : [
            {
              path: ['parents', index, 'role'],
              problem: `${role} stands twice; two parents are parent-1 and parent-2`,
            },
          ],
    ),
    ...children.flatMap((child, index) =>
      children.indexOf(child) === index ? [] : [{ path: ['children', index], problem: 'this child stands twice' }],
    ),
    ...strangers.map(({ role, path }) => ({ path, problem: `${role} is none of parents; add them there` })),
    ...harms
      .filter((role) => isHarmed.includes(role))
      .map((role) => ({
        path: ['domesticAbuse'],
        problem: `${role} cannot stand on both sides: an agreement binds the person who harms`,
      })),
  ]
}
