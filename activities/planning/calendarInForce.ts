import { englandAndWales } from '../../domain/calendar/englandAndWales'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { Database, Transaction } from '../../prisma/database'

/** The published calendar with the one-off holidays that were added. Whatever rules there are. */
export async function calendarInForce(tx: Transaction | Database): Promise<WorkingCalendar> {
  const days = await tx.$queryRaw<{ on: string; title: string }[]>`
    select on_day::text as on, title from calendar_day order by on_day`
  return englandAndWales(days.map(({ on, title }) => [on, title] as const))
}
