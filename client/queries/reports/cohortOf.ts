import type { CohortAsked } from '../../../domain/cohort/childrenOf'
import type { CohortMember } from '../../../domain/cohort/cohortMember'
import type { Database } from '../../../prisma/database'
import { cohortChildren } from '../cohortChildren'
import { casesAsked } from './casesAsked'
import type { ReportAsked } from './reportAsked'

/** The children of a cohort whose cases a reader may open, closed ones too, by index date. The rest are in no figure of theirs. */
export async function cohortOf(
  db: Database,
  asked: ReportAsked,
  cohort: CohortAsked,
): Promise<{ readonly members: readonly CohortMember[]; readonly laterIndexDates: number }> {
  const found = [...(await cohortChildren(db, cohort, undefined, casesAsked(asked)))].sort(
    (a, b) => a.row.indexDate.compareTo(b.row.indexDate) || (a.row.child < b.row.child ? -1 : 1),
  )
  return {
    members: found.map(({ row, ref, age }) => ({ row, ref, age, markers: {} })),
    laterIndexDates: found.reduce((sum, one) => sum + one.laterIndexDates, 0),
  }
}
