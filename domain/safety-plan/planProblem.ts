/** What keeps a plan from being written, and where in it. */
export interface PlanProblem {
  readonly path: readonly (string | number)[]
  readonly problem: string
}
