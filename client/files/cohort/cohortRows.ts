import type { Anchor } from '../../../domain/cohort/anchor'
import type { CohortMember } from '../../../domain/cohort/cohortMember'
import { csvText } from '../csvText'
import { BESIDE, NOT_KNOWN, NOT_RECORDED, REQUIRED } from './cohortColumns'
import type { Source } from '../../../domain/cohort/cohortReport'

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
