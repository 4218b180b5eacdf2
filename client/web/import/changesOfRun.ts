import { importProgress } from '../../queries/importProgress'
import { changesPage } from '../../queries/imports/changesPage'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { sheetOf, turned } from '../app/sheets'
import { changesTable } from './importRows'
import { ruleTitles } from './ruleTitles'

/** All that would change, a page at a time. */
export async function changesOfRun({ db, reader, query }: Asked, runId: string): Promise<Answer> {
  const progress = await importProgress(db, runId)
  if (progress === undefined) return NOTHING_HERE
  const sheet = sheetOf(query)
  const found = await changesPage(db, reader, { runId, ...sheet })
  const { rows, ...turns } = turned(found, sheet, (number) => `/import/${runId}/changes?page=${String(number)}`)
  return show('import/changes.njk', {
    ...{ run: `/import/${runId}`, turns },
    changes: changesTable(rows, await ruleTitles(db), progress.state === 'done'),
  })
}
