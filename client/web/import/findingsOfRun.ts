import { isImportRun } from '../../queries/importFindings'
import { findingCounts, findingsPage } from '../../queries/imports/findingsPage'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { sheetOf, turned } from '../app/sheets'
import { howMany } from '../app/table'
import { findingsTable, isTaken, TAKEN } from './importRows'

/** What a run found, a page at a time: all, or what was done in one way. */
export async function findingsOfRun({ db, reader, query }: Asked, runId: string): Promise<Answer> {
  if (!(await isImportRun(db, runId))) return NOTHING_HERE
  const { taken: asked } = query
  const taken = isTaken(asked) ? asked : null
  const sheet = sheetOf(query)
  const counts = await findingCounts(db, reader, [runId])
  const found = await findingsPage(db, reader, { runId, taken, ...sheet })
  const own = taken === null ? '' : `taken=${taken}&`
  const { rows, ...turns } = turned(found, sheet, (number) => `/import/${runId}/findings?${own}page=${String(number)}`)
  const all = counts.reduce((sum, { many }) => sum + many, 0)
  return show('import/findings.njk', {
    ...{ run: `/import/${runId}`, turns, findings: findingsTable(rows) },
    csv: `/import/${runId}/findings.csv${taken === null ? '' : `?taken=${taken}`}`,
    filters: [
      { text: `All: ${howMany(all, 'finding')}`, href: `/import/${runId}/findings`, current: taken === null },
      ...counts.map((one) => ({
        text: `${TAKEN[one.taken]}: ${String(one.many)}`,
        href: `/import/${runId}/findings?taken=${one.taken}`,
        current: one.taken === taken,
      })),
    ],
  })
}
