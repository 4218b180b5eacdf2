import { LocalDate } from '@js-joda/core'
import { londonDay, londonMoment } from '../domain/calendar/london'
import { isWorkingDay, nextWorkingDayFrom } from '../domain/calendar/workingDays'
import { firstWorkingDayOfWeek, mondayOf, weekToTell } from '../domain/calendar/workingWeek'
import type { WorkingCalendar } from '../domain/calendar/workingCalendar'
import type { Database } from '../prisma/database'
import type { Answer, PlanningActivities, ProcessName, RoundAnswer } from '../workflows/protocol'
import { readClock, realMs } from './clock'
import { realNow } from './realNow'
import type { PlanningDeps } from './deps'
import { readersMoved } from './people/readersMoved'
import { askSafely } from './planning/askSafely'
import { failureWords } from './round/failureWords'
import { readProcess, saveProcess, type ProcessState } from './round/processRow'
import { tellLast } from './round/tellLast'
import { staleYears } from './supervision/yearMembers'
import { writeDigests } from './writeDigests'

const ROUND_MINUTES = 7 * 60 + 30
const LAST_ROUND_MINUTES = 18 * 60
const HOUR_MS = 60 * 60 * 1000

/** Real milliseconds: how long a round waits for the clocks of the cases, and how often it looks. */
const PATIENCE_MS = 15 * 60 * 1000
const LOOK_AGAIN_MS = 250

/** Real milliseconds for one piece of a big round: the ask itself may take ten seconds. */
const PIECE_MS = 5 * 1000

/**
 * The ask of `morningRound`. At 07:30 London on a working day it waits until no clock but those with a problem has a moment before it
 * (a quarter of a real hour at most), then writes the digests, in pieces that go on where the last one was. What came later because we were late goes out hourly the same day.
 */
export const makeHoldMorningRound =
  ({ db, rules: rulesInForce, problemAfterMs }: PlanningDeps): PlanningActivities['holdMorningRound'] =>
  ({ after } = {}) =>
    askSafely(
      problemAfterMs,
      async (): Promise<RoundAnswer> => {
        const clock = await readClock(db)
        const row = await readProcess(db, 'round')
        const rules = await rulesInForce(db, londonDay(clock.now))
        const due = workingMoment(row?.nextMoment ?? roundOnOrAfter(clock.now, rules.calendar), rules.calendar)
        if (clock.now < due) {
          await saveProcess(db, {
            id: 'round',
            nextMoment: due,
            waitsSince: null,
            report: null,
            problem: unwritten(row),
          })
          return { closed: false, sleepMs: realMs(clock, due), toStart: await unsent(db) }
        }
        const behind = await clocksBehind(db, Math.min(clock.now, due), rules.version)
        const waitsSince = row?.waitsSince ?? realNow()
        if (behind > 0 && realNow() - waitsSince < PATIENCE_MS) {
          await saveProcess(db, { id: 'round', nextMoment: due, waitsSince, report: null, problem: unwritten(row) })
          return { closed: false, sleepMs: LOOK_AGAIN_MS, toStart: [], ...(after === undefined ? {} : { after }) }
        }
        const today = londonDay(clock.now)
        const week = weekToTell({ today, calendar: rules.calendar, lastTold: lastWeekTold(row) })
        const untilReal = realNow() + PIECE_MS
        const piece = await writeDigests(db, rulesInForce, { after: after?.reader, week, untilReal })
        const soFar = {
          failed: (after?.failed ?? 0) + piece.failures.length,
          behind: Math.max(after?.behind ?? 0, behind),
        }
        const problem = failureWords(soFar.failed, piece.failures) ?? (soFar.failed > 0 ? (row?.problem ?? null) : null)
        if (piece.after !== undefined) {
          await saveProcess(db, {
            id: 'round',
            nextMoment: due,
            waitsSince,
            report: null,
            problem: problem ?? unwritten(row),
          })
          const toStart = piece.messages.map(asDelivery)
          return { closed: false, sleepMs: 1, toStart, after: { reader: piece.after, ...soFar } }
        }
        const told = await tellLast(db, today.toString(), problem)
        const failed = soFar.failed + told.failures.length
        // What was written for a reader whom an earlier piece had passed goes out within the hour.
        const next =
          soFar.behind > 0 || failed > 0
            ? hourlyOrMorning(clock.now, rules.calendar)
            : roundOnOrAfter(clock.now + 1, rules.calendar)
        await saveProcess(db, {
          id: 'round',
          nextMoment: next,
          waitsSince: null,
          report: {
            ...{ messages: await writtenOn(db, clock.now), failed, behind: soFar.behind },
            // A reader who could not be told is tried again within the hour, and the week is told when all have been.
            ...(failed > 0 || today.isBefore(firstWorkingDayOfWeek(today, rules.calendar))
              ? {}
              : { week: mondayOf(today).toEpochDay() }),
          },
          problem: failureWords(failed, told.failures) ?? problem,
        })
        return {
          closed: false,
          sleepMs: realMs(clock, next),
          toStart: [...piece.messages, ...told.messages].map(asDelivery),
        }
      },
      async (why) => {
        await db.$executeRaw`update process set problem = ${why} where id = 'round'`
      },
    )

const asDelivery = (id: string): ProcessName => ({ type: 'delivery', id })

/** The Monday of the last week of which everybody was told; null before the first. */
function lastWeekTold(row: ProcessState | undefined): LocalDate | null {
  const week = row?.report?.['week']
  return week === undefined ? null : LocalDate.ofEpochDay(week)
}

/** Digests that the last round could not write: that stands until the next one has. */
const unwritten = (row: ProcessState | undefined): string | null =>
  (row?.report?.['failed'] ?? 0) > 0 ? (row?.problem ?? null) : null

/** The moment itself, or the next round where its day has become a bank holiday since it was set. */
const workingMoment = (moment: number, calendar: WorkingCalendar): number =>
  isWorkingDay(londonDay(moment), calendar) ? moment : roundOnOrAfter(moment, calendar)

/** The first 07:30 of a working day at or after this moment. */
function roundOnOrAfter(moment: number, calendar: WorkingCalendar): number {
  const at = (day: LocalDate): number => londonMoment(nextWorkingDayFrom(day, calendar), ROUND_MINUTES)
  const today = londonDay(moment)
  const first = at(today)
  return first >= moment ? first : at(today.plusDays(1))
}

/** In an hour while the day lasts, else the next morning. */
function hourlyOrMorning(now: number, calendar: WorkingCalendar): number {
  const today = londonDay(now)
  const inAnHour = now + HOUR_MS
  return isWorkingDay(today, calendar) && inAnHour <= londonMoment(today, LAST_ROUND_MINUTES)
    ? inAnHour
    : roundOnOrAfter(now + 1, calendar)
}

async function clocksBehind(db: Database, moment: number, rulesVersion: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    with moved as materialized (${readersMoved(moment)})
    select (select count(*) from session where problem is null and (next_moment <= ${new Date(moment).toISOString()}::timestamptz or facts_version <> planned_version))
      + (select count(*) from supervision_year y where y.problem is null and (y.next_moment <= ${new Date(moment).toISOString()}::timestamptz
        or y.team_id in (${staleYears(rulesVersion)})))
      + (select count(*) from conference k join case_file c on c.id = k.case_id where c.problem is null
        and (k.next_moment <= ${new Date(moment).toISOString()}::timestamptz or k.facts_version <> k.planned_version))
      + (select count(*) from follow_up u join case_file c on c.id = u.case_id where c.problem is null
        and u.next_moment <= ${new Date(moment).toISOString()}::timestamptz)
      + count(*) as count from case_file where problem is null and (
      next_moment <= ${new Date(moment).toISOString()}::timestamptz or facts_version <> planned_version or rules_version <> ${rulesVersion}
      or id in (select case_id from moved))`
  return Number(row?.count ?? 0n)
}

/** Digests of the day: a big round is written in pieces, and every piece counts. */
async function writtenOn(db: Database, now: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from message where lane = 'digest' and day = ${londonDay(now).toString()}::date`
  return row?.count ?? 0
}

const unsent = async (db: Database): Promise<Answer['toStart']> =>
  (
    await db.$queryRaw<
      { id: string }[]
    >`select id from message where state = 'created' and lane in ('digest', 'weekly') order by id`
  ).map(({ id }) => ({ type: 'delivery', id }))
