import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../../timeline/govukDate'
import { monthName } from '../monthName'
import type { Remedy } from '../yearPlan'
import type { KeptSession } from './keptYear'

/** A case without a place in a month, by reference, and why. `month`: `2027-03`. */
export interface NamedGap {
  readonly case: string
  readonly month: string
  readonly why: string
  /** Null where nothing would mend it. */
  readonly remedy: Remedy | null
}

/** Cases that were left over in a month that has no day left to place them on, and had no other discussion in it. */
export function lostInTheMonth(sessions: readonly KeptSession[], from: LocalDate): readonly NamedGap[] {
  const discussed = new Set(
    sessions.flatMap(({ on, state, cases }) =>
      state === 'planned' || state === 'held' ? cases.map(({ ref }) => `${ref} ${monthName(on)}`) : [],
    ),
  )
  return sessions
    .filter(({ on }) => monthName(on) < monthName(from))
    .flatMap(({ on, leftOver }) =>
      leftOver
        .filter((ref) => !discussed.has(`${ref} ${monthName(on)}`))
        .map((ref) => ({
          case: ref,
          month: monthName(on),
          why: `It was not discussed on ${govukDate(on)}, and no day of the month is left.`,
          remedy: null,
        })),
    )
}
