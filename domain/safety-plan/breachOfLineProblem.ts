import { isVictims } from './isVictims'
import { linesOf } from './linesOf'
import type { PlanDocument } from './planDocument'
import { isFamilyRole, roleWords } from './roles'

/**
 * Why a breach of this line by this person, by role, cannot be recorded, or undefined when it can. In domestic abuse an agreement binds the person who harms: it is
 * never a breach route against who is harmed. Source: handbook, section 7.
 */
export function breachOfLineProblem(plan: PlanDocument, line: string, who: string | undefined): string | undefined {
  const named = linesOf(plan).find(({ id }) => id === line)
  if (named === undefined)
    return `The plan has no line ${line}. It has ${linesOf(plan)
      .map(({ id }) => id)
      .join(', ')}.`
  if (isVictims(plan, named.duty) || (who !== undefined && isVictims(plan, who))) return VICTIMS
  if (!isFamilyRole(named.duty))
    return `Line ${line} is the part of the ${roleWords(named.duty)}: a service does not breach a family’s plan. Record in a review that it was not kept, or ask the team manager.`
  return who !== undefined && !plan.parents.some(({ role }) => role === who)
    ? `Nobody in the plan is called ${who}. It has ${plan.parents.map(({ role }) => role).join(', ')}.`
    : undefined
}

const VICTIMS =
  'In domestic abuse an agreement binds the person who harms, and is no breach route against the person who is harmed. Record what happened as what it was, and amend the plan so that the duty is whose it should be.'
