import { planDocumentSchema, type PlanDocument } from './planDocument'
import type { PlanProblem } from './planProblem'
import { planProblems } from './planProblems'

/** A plan from a form or a file, or everything that is wrong with it. What does not have the shape is not looked at further. */
export function readPlan(
  given: unknown,
): { readonly plan: PlanDocument } | { readonly problems: readonly PlanProblem[] } {
  const read = planDocumentSchema.safeParse(given)
  if (!read.success)
    return {
      problems: read.error.issues.map(({ path, message }) => ({
        path: path.map((part) => (typeof part === 'number' ? part : String(part))),
        problem: message,
      })),
    }
  const problems = planProblems(read.data)
  return problems.length === 0 ? { plan: read.data } : { problems }
}
