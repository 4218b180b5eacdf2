import type { PlanDocument } from './planDocument'
import { linesOf } from './linesOf'
import { PLAN_DOMAINS } from './planDomains'
import { isVictims } from './isVictims'

/** Words that ask somebody to keep somebody away. They also stand in harmless lines: a person looks, and nothing is refused for them. */
const KEEPS_AWAY =
  /\b(keep\w*|stay\w*)\b.{0,60}\b(away|out)\b|\bcontact\b|\b(not|never)\b.{0,40}\b(let|allow|permit|admit|see|meet|invite)\b|\b(let|allow)\w*\b.{0,40}\b(in|into|near|home|house|back)\b/i

/** What a person should look at again before the plan is signed: nothing here is wrong for sure, and nothing is decided. Sentences without a name. */
export function lookAgain(plan: PlanDocument): readonly string[] {
  const framework = plan.checks.assessmentFramework?.words
  return [
    ...linesOf(plan)
      .filter((line) => isVictims(plan, line.duty) && KEEPS_AWAY.test(line.achieve))
      .map(
        ({ id, duty }) =>
          `Line ${id} reads as if the ${duty}, who is harmed, has to keep somebody away. An agreement binds the person who harms: should it be their duty?`,
      ),
    ...PLAN_DOMAINS.filter(({ id }) => framework === undefined && plan.lines[id].length === 0).map(
      ({ title }) => `Nothing is agreed under ${title}. If nothing is needed, say why under assessmentFramework.`,
    ),
    ...(plan.support.length === 0 ? ['No support is offered. A plan says what the services do as well.'] : []),
  ]
}
