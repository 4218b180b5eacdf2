import { Option, type Command } from 'commander'
import { ANCHORS } from '../../domain/cohort/anchor'
import type { CohortOptions } from './cohort/cohortOptions'
import type { Registering } from './supervisionPrograms'

/** What `caseclock cohort` takes. With a file it starts without server, database or Prisma. */
export function cohortPrograms(caseclock: Command, { ending, io, data }: Registering): void {
  caseclock
    .command('cohort')
    .description(
      'the three- and six-month follow-up tables: from a file of rows, which needs no server, or the database',
    )
    .option('--input <file>', 'a CSV file with a row for each child')
    .option('--from <date>', 'the first index date, from the database')
    .option('--to <date>', 'the last one')
    .option('--anchor <what>', `what the index date is the day of: ${ANCHORS.join(', ')}`)
    .option('--sample-end <date>', 'count the windows from this day, the end of the sample period, for every child')
    .option('--team <name>', 'children of the cases that this team has now')
    .option('--cohort <name>', 'what the cohort is called')
    .option('--rows [list]', 'the children behind a figure as CSV, such as cpp3m or left-out; all without a name')
    .option('--suppress [number]', 'for publication: hide counts below it, 5 unless told, and what would tell them')
    .option('--published', 'the published figures of the evaluation beside')
    .option('--matching <file>', 'write a row for each child with the seven markers to this file too')
    .option('--svg <file>', 'write the chart to this file too')
    .addOption(new Option('--csv', 'CSV on standard output').conflicts('json'))
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (options: CohortOptions) =>
        options.input === undefined
          ? (await import('./cohort/cohortFromDatabase.js')).runCohortFromDatabase(options, io)
          : (await import('./cohort/cohortCommand.js')).runCohort(options, io),
      ),
    )
}
