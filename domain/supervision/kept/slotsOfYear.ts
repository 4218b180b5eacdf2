import type { LocalDate } from '@js-joda/core'
import { monthName } from '../monthName'
import type { Session } from '../session'
import type { YearPlan } from '../yearPlan'
import type { KeptSession } from './keptYear'
import type { Slot } from './slotChanges'

/** Slots from tomorrow on, those of this month whose session was cancelled, and those that were left over and are placed anew now. */
export const slotsNow = (sessions: readonly KeptSession[], today: LocalDate): readonly Slot[] =>
  sessions.flatMap(({ id, on, state, cases, leftOver }) => {
    const slot = (ref: string, fellOut: boolean): Slot => ({ case: ref, session: id, on, fellOut })
    const counts = on.isAfter(today) || (state === 'cancelled' && sameMonth(on, today))
    return [
      ...(counts ? cases.map(({ ref }) => slot(ref, state === 'cancelled')) : []),
      ...(sameMonth(on, today.plusDays(1)) ? leftOver.map((ref) => slot(ref, true)) : []),
    ]
  })

const sameMonth = (one: LocalDate, other: LocalDate): boolean => monthName(one) === monthName(other)

/** Where the plan has every case from tomorrow on. */
export const slotsPlanned = (
  { sessions }: YearPlan,
  { today, idOf }: { readonly today: LocalDate; readonly idOf: (session: Session) => string },
): readonly Slot[] =>
  sessions
    .filter(({ on }) => on.isAfter(today))
    .flatMap((session) =>
      session.cases.map((ref) => ({ case: ref, session: idOf(session), on: session.on, fellOut: false })),
    )
