import { windowEnd } from '../../../domain/cohort/windowEnd'
import { aboutFile } from '../aboutFile'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { londonToday } from '../londonToday'
import { readCohortFile, type CohortFile } from './cohortFile'
import type { CohortOptions } from './cohortOptions'
import { checkPrint, printCohort } from './printCohort'

/** `caseclock cohort --input`: the follow-up tables of the handbook, section 5, from rows of children. No server, no database. Exit 1 where rows contradict themselves. */
export async function runCohort(options: CohortOptions, io: Io): Promise<ExitCode> {
  const { input: file } = options
  if (file === undefined)
    throw new CommandFailed(EXIT.usage, 'Give --input, or --from, --to and --anchor for the database.')
  refuseBoth(options)
  checkPrint(options, file)
  const read = aboutFile(file, () => readCohortFile(file))
  const { members, anchor, windows, findings } = read
  await printCohort({ from: 'file', file, anchor, windows }, members, options, io)
  for (const finding of findings) io.err(`${finding}\n`)
  io.err(notOver(read))
  return findings.length > 0 ? EXIT.problems : EXIT.done
}

function refuseBoth({ from, to, anchor, sampleEnd, team, cohort }: CohortOptions): void {
  const given = Object.entries({ from, to, anchor, 'sample-end': sampleEnd, team, cohort }).find(
    ([, value]) => value !== undefined,
  )
  if (given !== undefined)
    throw new CommandFailed(EXIT.usage, `--${given[0]} asks the database, and --input a file. Give one of them.`)
}

/** A file without `followed_to` says that every child was followed to the end. Where that cannot be yet, somebody is told. */
function notOver({ members }: CohortFile): string {
  const today = londonToday()
  const early = members.filter(
    ({ row: { followed, windowsFrom } }) => followed === null && !windowEnd(windowsFrom, 6).isBefore(today),
  ).length
  return early === 0
    ? ''
    : `${early === 1 ? '1 child has' : `${String(early)} children have`} a six-month window that is not over today, and no followed_to: counted as followed to its end. Add the columns followed_to and not_followed to leave them out.\n`
}
