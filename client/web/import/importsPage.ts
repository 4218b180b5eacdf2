import { importRuns } from '../../queries/importFindings'
import { findingCounts } from '../../queries/imports/findingsPage'
import { runsGoingOn } from '../../queries/imports/runsGoingOn'
import { londonDay } from '../../../domain/calendar/london'
import { show, type Answer } from '../app/answer'
import { dayWords } from '../app/momentWords'
import type { Asked } from '../app/page'
import { extractsIn } from './extractsIn'
import { runsTable, sourceWords } from './importRows'

/** The runs that are listed. */
const RUNS = 30
const MEGABYTES = 500

/** The most bytes that one upload may hold. */
export const mostBytes = ({ folders }: Pick<Asked, 'folders'>): number =>
  (folders?.uploadMegabytes ?? MEGABYTES) * 1024 * 1024

/** What was not right with what was sent: with the extract that was chosen, or with the files. */
export interface WrongImport {
  readonly problem: string
  readonly status: number
  readonly at: 'extract' | 'files'
}

/** `/import`, or the same with what was wrong with what was sent to it. */
export async function importsPage(asked: Asked, wrong?: WrongImport): Promise<Answer> {
  const { db, reader, folders } = asked
  const runs = await importRuns(db, RUNS)
  const counts = await findingCounts(
    db,
    reader,
    runs.map(({ id }) => id),
  )
  const [going] = await runsGoingOn(db)
  const extracts = folders?.extracts === undefined ? [] : await extractsIn(folders.extracts)
  const isThere = (field: WrongImport['at']): boolean =>
    going === undefined && (field === 'files' ? folders?.uploads !== undefined : extracts.length > 0)
  return show(
    'import/imports.njk',
    {
      runs: runsTable(runs, counts),
      going: going === undefined ? null : `/import/${going.id}`,
      extracts: extracts.map(({ name, source, changed }) => ({
        value: name,
        text: name,
        hint: { text: `${sourceWords(source)}, changed ${dayWords(londonDay(changed))}` },
      })),
      hasFolder: folders?.extracts !== undefined,
      hasUploads: folders?.uploads !== undefined,
      megabytes: String(folders?.uploadMegabytes ?? MEGABYTES),
      problems: wrong === undefined ? [] : [{ text: wrong.problem, href: isThere(wrong.at) ? `#${wrong.at}` : '#new' }],
    },
    wrong?.status ?? 200,
  )
}
