import { HIGH, LOW, MOST_MONTHS, MOST_SESSIONS, MOST_WAIT } from '../../../domain/supervision/weights'

/** A path goes through each session once, and begins with the case that comes. */
const STEPS = MOST_SESSIONS + 1
const WEEKS_AWAY = 4
const LARGEST_SESSION = 24 * 60

/** What each wish can add up to on one path, least first: its weight, and how often at most. */
const HIGH_SUMS = [
  ['wait', MOST_WAIT * STEPS],
  ['spacing', (1 + MOST_MONTHS) * STEPS],
  ['overlooked', 2 * MOST_MONTHS],
  ['moved', STEPS],
  ['unplaced', 2],
] as const
const LOW_SUMS = [
  ['weeks', WEEKS_AWAY * STEPS],
  ['habit', STEPS],
  ['asked', STEPS],
  ['even', 2 * LARGEST_SESSION + 1],
] as const

describe('the weights of wishes', () => {
  it.each([
    { number: 'first', sums: HIGH_SUMS.map(([name, times]) => ({ weight: HIGH[name], times })) },
    { number: 'second', sums: LOW_SUMS.map(([name, times]) => ({ weight: LOW[name], times })) },
  ])('in the $number number, all below a wish together never reach half of it, and the whole is exact', ({ sums }) => {
    let below = 0
    for (const { weight, times } of sums) {
      // Half, for a path may win on one and lose on the other.
      expect(2 * below).toBeLessThan(weight)
      below += weight * times
    }
    expect(below).toBeLessThan(Number.MAX_SAFE_INTEGER)
  })
})
