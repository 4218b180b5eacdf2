import fc from 'fast-check'
import { SEED } from '../../seed'
import { FAILING_SEEDS } from './failingSeeds'

/** How many cases a property is tried on unless it says so itself; `CASECLOCK_RUNS=10000 npx jest …` tries more. */
const RUNS = 1000

/**
 * That a property holds of everything drawn: first of the seeds that once failed (failingSeeds.ts), then of `runs` cases of the
 * seed of this run, which is printed. A failure names its seed, to be added to that list.
 */
export function expectAlways<T>(
  property: string,
  drawn: fc.Arbitrary<T>,
  holds: (value: T) => void,
  runs = RUNS,
): void {
  const numRuns = Number(process.env['CASECLOCK_RUNS'] ?? runs)
  const checked = fc.property(drawn, holds)
  for (const failed of FAILING_SEEDS[property] ?? []) fc.assert(checked, failed)
  process.stdout.write(`${property}: ${String(numRuns)} runs, seed ${String(SEED)}\n`)
  fc.assert(checked, { numRuns, seed: SEED })
}
