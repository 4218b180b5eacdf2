import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { byText } from './byText'
import { dayOfPlace, placeKey, placeOf } from './place'
import { sessionId } from './session'
import type { Pattern, Team } from './yearInput'

/** A session that can be held, before any case is placed in it. */
export interface DiarySession {
  readonly id: string
  readonly team: string
  readonly on: LocalDate
  readonly at: string
  readonly minutes: number
  readonly minutesPerCase: number
  readonly capacity: number
  /** Its place of the month (`placeKey`). */
  readonly place: number
}

/** Why there is no session where the pattern has one. */
export type NotHeld =
  | { readonly why: 'bank-holiday'; readonly title: string }
  | { readonly why: 'closed-date' }
  | { readonly why: 'called-off' }

export interface SkippedSession {
  readonly on: LocalDate
  readonly at: string
  readonly because: NotHeld
}

/** A team's sessions of one month, from the first day that is planned. */
export interface MonthOfSessions {
  /** In order of day and time. */
  readonly held: readonly DiarySession[]
  readonly skipped: readonly SkippedSession[]
}

/** Why nothing is held on a day, whatever the pattern; undefined where something can be. */
export function notHeldOn(
  day: LocalDate,
  team: Pick<Team, 'closedDates'>,
  calendar: WorkingCalendar,
): NotHeld | undefined {
  const title = calendar.holidays.get(day.toString())
  if (title !== undefined) return { why: 'bank-holiday', title }
  return team.closedDates.some((closed) => closed.equals(day)) ? { why: 'closed-date' } : undefined
}

/** The sessions of a team in the month that begins on `month`: its pattern and its one-offs, without bank holidays and closed dates. */
export function monthOfSessions(
  team: Team,
  month: LocalDate,
  from: LocalDate,
  calendar: WorkingCalendar,
): MonthOfSessions {
  const held: DiarySession[] = []
  const skipped: SkippedSession[] = []
  for (const { on, at, minutes } of meetings(team, month)) {
    if (on.isBefore(from)) continue
    const because = minutes === 0 ? ({ why: 'called-off' } as const) : notHeldOn(on, team, calendar)
    if (because === undefined) held.push(diarySession(team, { on, at, minutes }))
    else skipped.push({ on, at, because })
  }
  return { held, skipped }
}

type Meeting = Pick<DiarySession, 'on' | 'at' | 'minutes'>

/** Every session the team means to have, in order of day and time; a one-off takes the place of the pattern's. */
function meetings({ pattern, oneOffs }: Team, month: LocalDate): readonly Meeting[] {
  const byTime = new Map<string, Meeting>()
  const add = (meeting: Meeting): void => void byTime.set(`${meeting.on.toString()}T${meeting.at}`, meeting)
  for (const one of pattern) for (const meeting of patternIn(one, month)) add(meeting)
  for (const one of oneOffs) if (one.on.withDayOfMonth(1).equals(month)) add(one)
  return [...byTime].sort(([a], [b]) => byText(a, b)).map(([, meeting]) => meeting)
}

function patternIn({ weekday, nth, at, minutes }: Pattern, month: LocalDate): readonly Meeting[] {
  return nth.flatMap((number) => {
    const on = dayOfPlace({ weekday, nth: number }, month)
    return on === undefined ? [] : [{ on, at, minutes }]
  })
}

const diarySession = ({ id: team, minutesPerCase }: Team, { on, at, minutes }: Meeting): DiarySession => ({
  id: sessionId(team, on, at),
  ...{ team, on, at, minutes, minutesPerCase },
  capacity: Math.floor(minutes / minutesPerCase),
  place: placeKey(placeOf(on)),
})
