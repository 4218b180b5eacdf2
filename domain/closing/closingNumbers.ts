import numbers from './closing-numbers.json'

/** What is asked of a step-down or a closure, with its source. The policy pack has rules with dates, and no place for what a proposal has to show. */
export const closingNumbers: {
  /** Calendar months for which change has to have held, unless a reason is given. */
  readonly changeHeldMonths: number
  readonly basis: string
  readonly source: string
} = numbers
