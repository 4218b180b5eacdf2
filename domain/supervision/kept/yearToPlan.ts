import { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { monthOfSessions } from '../diary'
import { movedSeries, samePattern, type When } from './movedSeries'
import type { Session } from '../session'
import type { OneOff, Team, YearInput } from '../yearInput'
import type { KeptSession, KeptYear } from './keptYear'

/** Twelve whole months and the rest of this one. */
const MONTHS = 13

interface Known {
  readonly year: KeptYear
  readonly sessions: readonly KeptSession[]
  /** What the cases of this team have been discussed in elsewhere this month. */
  readonly elsewhere: readonly Session[]
  readonly members: readonly { readonly ref: string }[]
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}

/** What a team's year is planned from tomorrow on, and which sessions move with their series. */
export interface YearToPlan {
  readonly input: YearInput
  readonly moves: ReadonlyMap<string, When>
  /** Sessions that are as long as somebody made them, by id; every other is as long as its pattern says. */
  readonly ownLength: ReadonlySet<string>
}

/**
 * The planner's input from what stands in the database. It begins tomorrow: nobody can prepare for a session of today. What lies before has been held, unless
 * it was cancelled or is recorded as not held. One-offs say what people did to single sessions: added, moved, called off, made longer.
 */
export function yearToPlan({ year, sessions, elsewhere, members, today, calendar }: Known): YearToPlan {
  const from = today.plusDays(1)
  const before = year.plannedPattern ?? year.pattern
  const bare: Team = {
    id: year.teamName,
    pattern: year.pattern,
    oneOffs: [],
    minutesPerCase: year.minutesPerCase,
    // A day that is closed later takes nothing back that was held on it.
    closedDates: year.closedDates.filter((day) => !day.isBefore(from)),
    cases: members.map(({ ref }) => ({ ref, openFrom: today, openTo: null, keep: null })),
  }
  const lengths = minutesBy({ ...bare, pattern: before }, sessions, from, calendar)
  const ownLength = new Set(sessions.filter((session) => hasOwnLength(session, lengths)).map(({ id }) => id))
  const ahead = sessions.filter(({ state, on }) => state === 'planned' && !on.isBefore(from))
  const standing = new Set(ahead.map(slotName))
  // A slot that was called off, and has a session again, is that session's.
  const calledOff = sessions
    .flatMap(calledOffBy)
    .filter((one) => !one.on.isBefore(from) && !standing.has(slotName(one)))
  const series = ahead.filter(({ origin, patternSlot }) => origin === 'pattern' && patternSlot === null)
  const others = ahead.filter((one) => !series.includes(one))
  const moves = samePattern(before, year.pattern)
    ? new Map<string, When>()
    : movedSeries(series, others, { ...bare, oneOffs: calledOff }, { from, calendar })
  const lengthsOfOwn = ahead
    .filter(({ id }) => ownLength.has(id))
    .map((session) => ({ ...placeOf(session, moves), minutes: session.minutes }))
  const existing = sessions
    .filter((session) => session.state !== 'not-held' && (session.state !== 'cancelled' || session.on.isAfter(today)))
    .map((session): Session => {
      const cases = session.cases.map(({ ref }) => ref)
      return { id: session.id, team: year.teamName, ...placeOf(session, moves), capacity: session.capacity, cases }
    })
  const team: Team = { ...bare, oneOffs: [...calledOff, ...lengthsOfOwn] }
  return { input: { from, months: MONTHS, teams: [team], existing: [...existing, ...elsewhere] }, moves, ownLength }
}

/** Where a session is once its series has moved. */
function placeOf(session: KeptSession, moves: ReadonlyMap<string, When>): When {
  const { on, at } = moves.get(session.id) ?? session
  return { on, at }
}

/** How long the pattern's sessions are, by `2027-03-02T09:30`. */
function minutesBy(
  team: Team,
  sessions: readonly KeptSession[],
  from: LocalDate,
  calendar: WorkingCalendar,
): ReadonlyMap<string, number> {
  const months = new Set(sessions.map(({ on }) => on.withDayOfMonth(1).toString()))
  return new Map(
    [...months].flatMap((month) =>
      monthOfSessions(team, LocalDate.parse(month), from, calendar).held.map(
        ({ on, at, minutes }) => [slotName({ on, at }), minutes] as const,
      ),
    ),
  )
}

export const slotName = ({ on, at }: When): string => `${on.toString()}T${at}`

const hasOwnLength = (
  { on, at, minutes, origin, patternSlot }: KeptSession,
  lengths: ReadonlyMap<string, number>,
): boolean => origin === 'added' || patternSlot !== null || (lengths.get(slotName({ on, at })) ?? minutes) !== minutes

/** The slots of the pattern that have no session because of what somebody did to this one: moved it away, or called it off. */
function calledOffBy({ on, at, origin, patternSlot, state, calledOff }: KeptSession): readonly OneOff[] {
  if (patternSlot !== null) return [calledOffAt(patternSlot)]
  return state === 'cancelled' && calledOff && origin === 'pattern' ? [{ on, at, minutes: 0 }] : []
}

function calledOffAt(slot: string): OneOff {
  const [on = '', at = ''] = slot.split('T')
  return { on: LocalDate.parse(on), at, minutes: 0 }
}
