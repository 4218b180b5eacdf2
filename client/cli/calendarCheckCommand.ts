import { ChronoUnit } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { ruleBook } from '../../activities/planning/rulesInForce'
import { londonDay } from '../../domain/calendar/london'
import { govukDate } from '../../domain/timeline/govukDate'
import { oneOffDays } from '../queries/oneOffDays'
import { withDatabase } from './connect'
import { EXIT, type ExitCode, type Io } from './io'
import { textTable } from './textTable'

/** Reviews are booked half a year ahead and long plans counted over a year: fewer months than these, and dates would rest on computed days. */
const ENOUGH_MONTHS = 12

/** `caseclock calendar check`: until when bank holidays are published, and which were added; exit 1 when a newer Caseclock is wanted. */
export const runCalendarCheck = ({ json, data }: { json?: boolean; data: string }, io: Io): Promise<ExitCode> =>
  withDatabase(data, async (db) => {
    const today = londonDay((await readClock(db)).now)
    const { calendar } = await ruleBook(db)
    const added = await oneOffDays(db)
    const monthsAhead = today.until(calendar.publishedTo, ChronoUnit.MONTHS)
    const warning =
      monthsAhead >= ENOUGH_MONTHS
        ? null
        : `Bank holidays are known for ${String(Math.max(monthsAhead, 0))} months only; later ones are computed by rule. Install a Caseclock with the newly published ones.`
    if (json === true) {
      const publishedTo = calendar.publishedTo.toString()
      io.out(
        `${JSON.stringify({ format: 1, calendar: calendar.version, publishedTo, monthsAhead, oneOffDays: added, warning }, null, 2)}\n`,
      )
    } else {
      io.out(
        `Bank holidays of England and Wales are published to ${govukDate(calendar.publishedTo)}, ${String(monthsAhead)} months ahead.\n`,
      )
      io.out(
        added.length === 0
          ? 'No one-off day has been added.\n'
          : `\n${textTable(
              ['One-off day', 'Title', 'Added by'],
              added.map(({ on, title, addedBy }) => [on, title, addedBy]),
            )}`,
      )
    }
    if (warning !== null) io.err(`${warning}\n`)
    return warning === null ? EXIT.done : EXIT.problems
  })
