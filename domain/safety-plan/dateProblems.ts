import type { PlanDocument } from './planDocument'
import type { PlanProblem } from './planProblem'
import { PLAN_DOMAINS } from './planDomains'

/** Days that lie before the plan's own, or a review after it has ended. ISO days compare as text. */
export function dateProblems({
  date,
  timeOfferedUntil,
  validUntil,
  review,
  lines,
}: PlanDocument): readonly PlanProblem[] {
  const before = (day: string, path: PlanProblem['path'], what: string): readonly PlanProblem[] =>
    day < date ? [{ path, problem: `${what} lies before the plan’s own date, ${date}` }] : []
  const reviewOn = 'on' in review ? review.on : undefined
  return [
    ...before(timeOfferedUntil, ['timeOfferedUntil'], 'the time offered'),
    ...before(validUntil ?? date, ['validUntil'], 'the last day on which it is valid'),
    ...(reviewOn !== undefined && reviewOn <= date
      ? [{ path: ['review', 'on'], problem: `a plan is reviewed on a day after its own, ${date}` }]
      : []),
    ...(reviewOn !== undefined && validUntil !== null && reviewOn > validUntil
      ? [{ path: ['review', 'on'], problem: `the review lies after the last day on which it is valid, ${validUntil}` }]
      : []),
    ...PLAN_DOMAINS.flatMap(({ id }) =>
      lines[id].flatMap((line, index) => before(line.by, ['lines', id, index, 'by'], `the day of line ${line.id}`)),
    ),
  ]
}
