import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { newId } from '../../activities/newId'
import { calendarInForce } from '../../activities/planning/calendarInForce'
import { londonDay } from '../../domain/calendar/london'
import { isWeekend } from '../../domain/calendar/workingDays'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { govukDate, weekday } from '../../domain/timeline/govukDate'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { CommandDeps, Refusal } from './command'
import { isId } from './isId'
import { lockRules } from './lockRules'
import { mayRunAuthorityProblem } from './mayRunAuthorityProblem'
import { usedCommand } from './usedCommand'

export interface NewHoliday {
  readonly on: LocalDate
  /** As it was proclaimed; mails and pages give it as the reason for a date. */
  readonly title: string
}

export interface AddHoliday extends NewHoliday {
  readonly actorId: string
  readonly commandId: string
  /** Cases on which anything is otherwise, as a comparison found them: they are nudged at once, all others are planned again by `reconcile`. */
  readonly concerned: readonly string[]
}

export interface HolidayAdded {
  readonly accepted: true
  /** The same command sent again: nothing was added. */
  readonly repeated: boolean
}

/** Adds a bank holiday that was proclaimed for one year only. Idempotent by command id. Dates move when each case is planned again, and say so. */
export async function addHoliday({ db, processes }: CommandDeps, command: AddHoliday): Promise<HolidayAdded | Refusal> {
  const answer = await inTransaction(db, (tx) => save(tx, command))
  if ('accepted' in answer && !answer.repeated)
    await processes.nudge(command.concerned.map((id) => ({ type: 'caseTimeline', id })))
  return answer
}

async function save(tx: Transaction, command: AddHoliday): Promise<HolidayAdded | Refusal> {
  const { on, actorId, commandId } = command
  const title = oneLine(command.title)
  await lockRules(tx)
  const first = isId(commandId)
    ? await tx.$queryRaw<unknown[]>`
        select 1 from calendar_day where command_id = ${commandId}::uuid and on_day = ${on.toString()}::date and title = ${title}`
    : []
  if (first.length > 0) return { accepted: true, repeated: true }
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const notAllowed = await mayRunAuthorityProblem(tx, { actorId, day: today, what: 'add a bank holiday' })
  if (notAllowed !== undefined) return { refused: 'not-allowed', todo: notAllowed }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return used
  const problem = holidayProblem({ on, title }, await calendarInForce(tx), today)
  if (problem !== undefined) return problem
  const moment = new Date(now).toISOString()
  await tx.$executeRaw`
    insert into calendar_day (id, on_day, title, added_by, added_at, command_id)
    values (${newId(now)}::uuid, ${on.toString()}::date, ${title}, ${actorId}::uuid, ${moment}::timestamptz, ${commandId}::uuid)`
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, command_id, detail)
    values (${newId(now)}::uuid, ${moment}::timestamptz, ${actorId}::uuid, 'holiday-added', ${commandId}::uuid,
      ${JSON.stringify({ on: on.toString() })}::jsonb)`
  return { accepted: true, repeated: false }
}

/** As it is kept: a title typed over several lines is one. */
const oneLine = (title: string): string => title.replace(/\s+/g, ' ').trim()

/** Why this day cannot be added to the calendar, or undefined when it can. `today`: the authority's day. Also asked by whoever looks ahead. */
export function holidayProblem(
  { on, title }: NewHoliday,
  calendar: WorkingCalendar,
  today: LocalDate,
): Refusal | undefined {
  if (title.trim() === '')
    return { refused: 'bad-data', todo: 'Give the holiday its title: it is the reason people read when a date moves.' }
  if (on.isBefore(today))
    return {
      refused: 'bad-data',
      todo: `${govukDate(on)} has passed: what was done on it, and how late it was, would change behind people's backs, for good. Give today, ${today.toString()}, or a later day.`,
    }
  if (isWeekend(on))
    return {
      refused: 'bad-data',
      todo: `${govukDate(on)} is a ${weekday(on)}: no working day as it is. Give the day that is kept instead, if there is one.`,
    }
  const known = calendar.holidays.get(on.toString())
  return known === undefined
    ? undefined
    : { refused: 'known-already', todo: `${govukDate(on)} is a bank holiday already: ${known}. Nothing was added.` }
}
