import type { Ground, GroundCase } from './ground'
import { NOWHERE } from './placing'
import { supervisionNumbers } from './supervisionNumbers'

/** A plan in the making: by month and case the session of that month, or NOWHERE. */
export class Draft {
  readonly ground: Ground
  readonly #at: number[][]

  constructor(ground: Ground) {
    this.ground = ground
    this.#at = ground.months.map(() => ground.cases.map(() => NOWHERE))
  }

  at(month: number, one: number): number {
    return this.#at[month]?.[one] ?? NOWHERE
  }

  put(month: number, one: number, session: number): void {
    const there = this.#at[month]
    if (there !== undefined) there[one] = session
  }

  /** The epoch day of a case's discussion in a month; undefined where it has none. */
  dayOf(month: number, one: number): number | undefined {
    return this.ground.months[month]?.days[this.at(month, one)]
  }

  /** The epoch day of the last discussion before a month, also of those held before the plan; undefined where none is known. */
  before(month: number, one: number): number | undefined {
    for (let earlier = month - 1; earlier >= 0; earlier -= 1) {
      const day = this.dayOf(earlier, one)
      if (day !== undefined) return day
    }
    return this.ground.cases[one]?.discussed.at(-1)?.on.toEpochDay()
  }

  /** The epoch day of the first discussion after a month; undefined where none is planned. */
  after(month: number, one: number): number | undefined {
    for (let later = month + 1; later < this.ground.months.length; later += 1) {
      const day = this.dayOf(later, one)
      if (day !== undefined) return day
    }
    return undefined
  }

  /** Months running, before this one, in which a case needed a slot and has none. */
  overlooked(month: number, one: number): number {
    let running = 0
    for (let earlier = month - 1; earlier >= 0; earlier -= 1) {
      if (this.at(earlier, one) !== NOWHERE) break
      if (this.ground.cases[one]?.months[earlier]?.needed === true) running += 1
    }
    return running
  }
}

/** Whether two discussions lie too near or too far apart; epoch days. Where one is not known they are not. */
export const isBadlySpaced = (one: number | undefined, next: number | undefined): boolean => {
  if (one === undefined || next === undefined) return false
  const days = next - one
  return days < supervisionNumbers.leastDaysApart || days > supervisionNumbers.mostDaysApart
}

/** Whether anything of a case is known from before. */
export const isKnown = ({ discussed, planned }: GroundCase): boolean => discussed.length + planned.length > 0
