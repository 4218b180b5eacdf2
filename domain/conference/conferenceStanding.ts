import type { LocalDate } from '@js-joda/core'
import { isOpen } from '../agenda/agenda'
import { earliest } from '../calendar/earliest'
import type { Outcome } from '../timeline/obligation'
import type { ConferenceDue } from './conferencesDue'

/** How a conference stands. `not-held`: what it was for has ended without it. */
export interface ConferenceStanding {
  readonly state: 'due' | 'held' | 'not-held'
  readonly dueOn: LocalDate
  /** The last lawful day. */
  readonly limitOn: LocalDate
  readonly bookedFor: LocalDate | null
  readonly heldOn: LocalDate | null
}

/** Open for one child, it is due; else held where it was held for one. Of several dates the first, and of several days held the last. */
export function conferenceStanding({ due }: ConferenceDue, today: LocalDate): ConferenceStanding {
  const open = due.filter((one) => isOpen(one, today))
  const held = due.flatMap(({ end }) => (isMet(end) ? [end.on] : []))
  const [first] = due
  const counting = open.length > 0 ? open : due
  return {
    state: open.length > 0 ? 'due' : held.length > 0 ? 'held' : 'not-held',
    dueOn: earliest(counting.map(({ dueOn }) => dueOn)) ?? first.dueOn,
    limitOn: earliest(counting.map(({ limitOn }) => limitOn)) ?? first.limitOn,
    bookedFor: earliest(counting.flatMap(({ bookedFor }) => (bookedFor === null ? [] : [bookedFor]))),
    heldOn: open.length > 0 || held.length === 0 ? null : held.reduce((last, on) => (on.isAfter(last) ? on : last)),
  }
}

const isMet = (end: Outcome): end is Extract<Outcome, { outcome: 'met' }> => end.outcome === 'met'
