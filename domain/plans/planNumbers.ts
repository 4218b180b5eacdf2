import type { LocalDate } from '@js-joda/core'
import type { End } from '../chronology/childHistory'

interface Numbered {
  readonly id: string
  readonly startedOn: LocalDate
  readonly end: End | null
}

/**
 * Which plan of its kind each is for the child, by the id of its start: one more than those that had ended when it began, or than the number of previous ones it
 * came with. One that still ran that day was another record of it, and is none before it.
 */
export function planNumbers(
  plans: readonly Numbered[],
  previousOf: (id: string) => number,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const { id, startedOn } of plans) {
    const before = plans.filter((other) => other.end?.on.isAfter(startedOn) === false && other.id !== id)
    numbers.set(id, 1 + Math.max(previousOf(id), 0, ...before.map((other) => numbers.get(other.id) ?? 0)))
  }
  return numbers
}
