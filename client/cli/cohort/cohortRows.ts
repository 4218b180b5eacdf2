import type { Anchor } from '../../../domain/cohort/anchor'
import { COHORT_LISTS } from '../../../domain/cohort/cohortLists'
import type { CohortMember } from '../../../domain/cohort/cohortMember'
import { csvText } from '../csvText'
import { CommandFailed, EXIT } from '../io'
import { BESIDE, NOT_KNOWN, NOT_RECORDED, REQUIRED } from './cohortColumns'
import type { Source } from './cohortReport'

/** The children behind a figure, in the order of the rows. Ends the command where there is no such list. */
export function listed(members: readonly CohortMember[], name: string): readonly CohortMember[] {
  const picks = COHORT_LISTS.get(name)
  if (picks === undefined)
    throw new CommandFailed(
      EXIT.usage,
      `--rows ${name}: there is no such list. There are ${[...COHORT_LISTS.keys()].join(', ')}.`,
    )
  const found = new Set(picks(members.map(({ row }) => row)))
  return members.filter(({ row }) => found.has(row))
}

/** The rows as a file that `cohort --input` reads, and counts the same. */
export const rowsCsv = (members: readonly CohortMember[], source: Source): string =>
  csvText(
    [...REQUIRED, ...BESIDE],
    members.map((member) => Object.values(rowOf(member, source))),
  )

/** The same as JSON, beside the figures. */
export const rowsJson = (members: readonly CohortMember[], source: Source) =>
  members.map((member) => rowOf(member, source))

function rowOf({ row, ref }: CohortMember, source: Source) {
  const { cohort, child, indexDate, priorCpp, cppDates, outcome, followed, windowsFrom } = row
  return {
    ...{ cohort, child, index_date: indexDate.toString() },
    prior_cpp: priorCpp === null ? NOT_KNOWN : priorCpp ? 'yes' : 'no',
    cpp_dates: cppDates.map((on) => on.toString()).join(';'),
    outcome: outcome ?? NOT_RECORDED,
    case: ref ?? '',
    anchor: (source.anchor satisfies Anchor | null) ?? '',
    windows_from: isSampled(source) ? windowsFrom.toString() : '',
    followed_to: followed?.to.toString() ?? '',
    not_followed: followed?.because ?? '',
  }
}

const isSampled = (source: Source): boolean =>
  source.from === 'file' ? source.windows === 'sample-end' : source.sampleEnd !== null
