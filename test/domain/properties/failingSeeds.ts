interface FailingSeed {
  readonly seed: number
  /** How many cases of it reach the one that failed. */
  readonly numRuns: number
}

/**
 * Seeds that once failed, by property: tried first, every time. What each found stands as a reduced case in reduced.test.ts, which still
 * finds it when the stories are drawn otherwise.
 */
export const FAILING_SEEDS: Readonly<Record<string, readonly FailingSeed[]>> = {
  'after closing': [{ seed: 280115554, numRuns: 100 }],
  'after a death': [{ seed: 20261121, numRuns: 134 }],
  restored: [{ seed: 1416256759, numRuns: 168 }],
  'quorate review': [{ seed: 2060926530, numRuns: 950 }],
  unrelated: [{ seed: 1329618984, numRuns: 34 }],
}
