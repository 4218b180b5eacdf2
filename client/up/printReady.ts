import { readClock } from '../../activities/clock'
import { londonDay, londonMinutes } from '../../domain/calendar/london'
import { govukDate, weekday } from '../../domain/timeline/govukDate'
import type { Database } from '../../prisma/database'
import { textTable } from '../cli/textTable'
import type { Io } from '../cli/io'
import { caseload } from '../queries/caseload'

/** Addresses, the caseload in one table, and what to try next. */
export async function printReady(
  db: Database,
  { web, ui, inbox, temporalAddress }: { web: string; ui: string | null; inbox: string; temporalAddress: string },
  io: Io,
): Promise<void> {
  const { now } = await readClock(db)
  const today = londonDay(now)
  const minutes = londonMinutes(now)
  const [late] = await db.$queryRaw<{ ref: string }[]>`
    select c.ref from obligation o join case_file c on c.id = o.case_id where o.state = 'open' order by o.rule <> 'review-first' and o.rule <> 'review-next', o.due_on, c.ref limit 1`
  const rows = await caseload(db, today.toString())
  const total = (pick: (row: (typeof rows)[number]) => number): string =>
    String(rows.reduce((sum, row) => sum + pick(row), 0))
  io.out(
    `\nCaseclock · ${weekday(today)} ${govukDate(today)}, ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')} by its own clock\n\n`,
  )
  io.out(`Pages        ${web}\nInbox        ${inbox}\nTemporal     ${ui ?? temporalAddress}\n\n`)
  io.out(
    textTable(
      ['Team', 'Open', 'Due this week', 'Late', 'Escalated'],
      [
        ...rows.map((row) => [
          row.team,
          String(row.open),
          String(row.due_this_week),
          String(row.late),
          String(row.escalated),
        ]),
        [
          'All',
          total((row) => row.open),
          total((row) => row.due_this_week),
          total((row) => row.late),
          total((row) => row.escalated),
        ],
      ],
    ),
  )
  io.out(`\nOpen ${web} in a browser, and choose whom to be. Or, in another terminal in this folder:
  npx caseclock due --within 14              what is late or due
  npx caseclock case ${late?.ref ?? 'REF'}    one case: what is due and why, who was told
  npm start -- --speed 5                     the same, a day every five seconds (stop this one first)
Caseclock is no emergency channel.\n\n`)
}
