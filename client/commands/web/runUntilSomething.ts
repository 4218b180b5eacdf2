import type { LocalDate } from '@js-joda/core'
import { setTimeout as wait } from 'node:timers/promises'
import { readClock } from '../../../activities/clock'
import { realNow } from '../../../activities/realNow'
import { londonDay, londonMoment } from '../../../domain/calendar/london'
import { happenings, type Happenings } from '../../queries/web/happenings'
import type { CommandDeps } from '../command'
import { setClock } from '../setClock'

export interface Ran {
  /** How many of each there are more. */
  readonly mails: number
  readonly alerts: number
  /** Days gone. */
  readonly days: number
}

/** London times at which something can have left: after the morning round, and after alerts begin. In minutes. */
const STOPS = [7 * 60 + 31, 10 * 60] as const
export const MOST_DAYS = 60
/** Real milliseconds: for which somebody waits for the page; for which one stop may take; between two looks; at least, because what is under way is not seen at once. */
const PATIENCE_MS = 20_000
const STOP_MS = 2_500
const LOOK_MS = 100
const LEAST_MS = 400

/** Moves a demo's clock from morning to morning until a mail has left or an alert has opened; 60 days at most, and for as long as a person waits. */
export async function runUntilSomething(deps: CommandDeps): Promise<Ran> {
  const began = realNow()
  const { now: from } = await readClock(deps.db)
  const before = await happenings(deps.db, from)
  const last = londonDay(from).plusDays(MOST_DAYS)
  for (;;) {
    const { now } = await readClock(deps.db)
    const to = nextStop(now)
    if (londonDay(to).isAfter(last) || realNow() - began > PATIENCE_MS) return ranSince(from, now, before, before)
    await setClock(deps, { to })
    const after = await settled(deps, before)
    if (after.mails > before.mails || after.alerts > before.alerts) return ranSince(from, to, before, after)
  }
}

/** The next of the times, today or on a day after. `now`: epoch milliseconds. */
export function nextStop(now: number): number {
  const today = londonDay(now)
  const stops = [today, today.plusDays(1)].flatMap((day) => STOPS.map((minutes) => londonMoment(day, minutes)))
  return stops.find((stop) => stop > now) ?? londonMoment(today.plusDays(1), STOPS[0])
}

/** Once nothing waits any more, or it has taken too long. */
async function settled({ db }: CommandDeps, before: Happenings): Promise<Happenings> {
  const began = realNow()
  for (;;) {
    await wait(LOOK_MS)
    const seen = await happenings(db, (await readClock(db)).now)
    const took = realNow() - began
    const isQuiet = seen.waiting === 0 && took >= LEAST_MS
    if (isQuiet || took >= STOP_MS || (seen.waiting === 0 && seen.mails > before.mails)) return seen
  }
}

const ranSince = (from: number, to: number, before: Happenings, after: Happenings): Ran => ({
  mails: after.mails - before.mails,
  alerts: after.alerts - before.alerts,
  days: daysBetween(londonDay(from), londonDay(to)),
})

const daysBetween = (from: LocalDate, to: LocalDate): number => to.toEpochDay() - from.toEpochDay()
