import numbers from './supervision-numbers.json'

/** What the planner takes for granted, with its source. Minutes and calendar days. The policy pack has rules of a case, and no place for those of a team. */
export const supervisionNumbers: {
  /** Where a team does not say. */
  readonly minutesPerCase: number
  /** Two discussions of one case lie at least and at most so many days apart, where it can be. */
  readonly leastDaysApart: number
  readonly mostDaysApart: number
  readonly basis: string
  readonly source: string
} = numbers
