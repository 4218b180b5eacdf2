import fc from 'fast-check'
import { FAILING_SEEDS } from './failingSeeds'

/** How many cases every property is tried on; `CASECLOCK_RUNS=10000 npx jest …` tries more. */
const RUNS = Number(process.env['CASECLOCK_RUNS'] ?? 1000)
const RUNS_OF_A_FAILED_SEED = 100

/** Another one in every run, printed, so that a run can be repeated: `CASECLOCK_SEED=… npx jest …`. */
const SEED = Number(process.env['CASECLOCK_SEED'] ?? Math.trunc(Math.random() * 2 ** 31))

/**
 * That a property holds of everything drawn: first of the seeds that once failed (failingSeeds.ts), then of `RUNS` cases of a seed of
 * this run. A failure names its seed, to be added to that list.
 */
export function expectAlways<T>(property: string, drawn: fc.Arbitrary<T>, holds: (value: T) => void): void {
  const checked = fc.property(drawn, holds)
  for (const seed of FAILING_SEEDS[property] ?? []) fc.assert(checked, { seed, numRuns: RUNS_OF_A_FAILED_SEED })
  process.stdout.write(`${property}: ${String(RUNS)} runs, seed ${String(SEED)}\n`)
  fc.assert(checked, { numRuns: RUNS, seed: SEED })
}
