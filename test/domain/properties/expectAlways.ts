import fc from 'fast-check'
import { FAILING_SEEDS } from './failingSeeds'

/** How many cases every property is tried on; `CASECLOCK_RUNS=1000 CASECLOCK_SEED=$RANDOM npx jest …` tries more, and others. */
export const RUNS = Number(process.env['CASECLOCK_RUNS'] ?? 200)

/** One seed for all properties of a file, printed, so that a run can be repeated: `CASECLOCK_SEED=… npx jest …`. */
const SEED = Number(process.env['CASECLOCK_SEED'] ?? 20261121)

/**
 * That a property holds of everything drawn: first of the seeds that once failed (failingSeeds.ts), then of `RUNS` cases. A
 * failure names its seed and path, to be added to that list.
 */
export function expectAlways<T>(
  property: string,
  drawn: fc.Arbitrary<T>,
  holds: (value: T) => void,
  runs = RUNS,
): void {
  const checked = fc.property(drawn, holds)
  for (const { seed, path } of FAILING_SEEDS[property] ?? [])
    fc.assert(checked, { seed, ...(path === undefined ? { numRuns: runs } : { path }) })
  process.stdout.write(`${property}: ${String(runs)} runs, seed ${String(SEED)}\n`)
  fc.assert(checked, { numRuns: runs, seed: SEED })
}
