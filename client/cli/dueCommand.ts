import { readClock } from '../../activities/clock'
import { londonDay } from '../../domain/calendar/london'
import { dueList } from '../queries/dueList'
import { withDatabase } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { personNamed } from './personNamed'
import { teamsAsked } from './teamsAsked'
import { textTable } from './textTable'

export interface DueOptions {
  readonly person?: string
  readonly team?: string
  readonly within?: number
  readonly escalated?: boolean
  readonly failIfLate?: boolean
  readonly json?: boolean
  readonly dataFolder?: string
}

/** `caseclock due`: what is due or late per person or team. */
export const runDue = (options: DueOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.dataFolder ?? '.caseclock', async (db) => {
    const within = options.within ?? 7
    if (!Number.isInteger(within) || within < 0)
      throw new CommandFailed(EXIT.usage, '--within takes a whole number of days, 0 or more.')
    const person = options.person === undefined ? null : await personNamed(db, '--person', options.person)
    const today = londonDay((await readClock(db)).now).toString()
    const rows = await dueList(db, {
      today,
      within,
      teams: options.team === undefined ? null : await teamsAsked(db, options.team),
      personId: person?.id ?? null,
      escalated: options.escalated ?? false,
    })
    const late = rows.filter((row) => row.late).length
    if (options.json === true) io.out(`${JSON.stringify({ format: 1, today, within, due: rows }, null, 2)}\n`)
    else if (rows.length === 0) io.out(`Nothing is late or due in the ${String(within)} days from ${today}.\n`)
    else {
      io.out(`${String(late)} late, ${String(rows.length - late)} due by ${String(within)} days from ${today}\n`)
      io.out(
        textTable(
          ['Due', 'State', 'Case', 'What', 'Children', 'Team'],
          rows.map((row) => [
            row.due_on,
            row.escalated ? 'late, manager told' : row.late ? 'late' : 'due',
            row.ref,
            row.title,
            String(row.children),
            row.team ?? '',
          ]),
        ),
      )
    }
    return options.failIfLate === true && late > 0 ? EXIT.problems : EXIT.done
  })
