import type { LocalDate } from '@js-joda/core'
import type { Step } from './step'

/** A day that was named for something, and on which day it was named. */
export interface DayNamed {
  readonly on: LocalDate
  /** It was not recorded before this day: a correction that keeps the day of what it corrects was made later. */
  readonly notBefore: LocalDate
  readonly day: LocalDate
}

/**
 * The day that holds of a first one and those it was moved to, in the order they were named. It may be brought forward at any time, and moved back
 * once, before it has passed: a second move leaves the first moved day, and one that was moved after it had passed stays late. Never "pushed back again and
 * again so it never becomes late" (handbook 3 and 11). A first day that had passed when it was named was a slip: its correction is no move.
 * `why`: what was named in vain.
 */
export function movedOnce(
  first: DayNamed,
  later: readonly DayNamed[],
): { readonly named: DayNamed; readonly why: readonly Step[] } {
  let named = first
  let moves = 0
  let why: readonly Step[] = []
  for (const next of later) {
    // What was named in vain was taken back.
    if (next.day.equals(named.day)) why = []
    else if (named === first && named.day.isBefore(named.on)) named = next
    else if (next.day.isBefore(named.day)) named = next
    else if (next.notBefore.isAfter(named.day)) {
      why = [...why, { step: 'moved-in-vain', to: next.day, on: next.notBefore, because: 'passed' }]
    } else if (moves > 0) {
      why = [...why, { step: 'moved-in-vain', to: next.day, on: next.notBefore, because: 'second' }]
    } else {
      named = next
      moves += 1
    }
  }
  return { named, why }
}
