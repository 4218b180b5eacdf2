import type { Database } from '../../../prisma/database'
import { censusChildren, type CensusChild } from '../census/censusChildren'
import { ownCase } from '../census/censusFamily'
import { checkCensus } from '../census/checkCensus'
import { refused } from '../census/refused'
import { inBulk } from '../../../prisma/inBulk'
import { fewOfAKind, MOST_OF_A_KIND } from '../fewOfAKind'
import type { ImportRun } from './importRun'
import { saveFewFindings } from './saveFindings'
import { clearRows, writeRows } from './stagedRows'
import { beginReading, endReading, type StageReader } from './stageReader'

/** What the children of a census are kept under. */
export const CHILD = 'Child'

/** Characters written at once, and the child on top. */
const AT_ONCE = 1_000_000

/**
 * Reads a census into the database, child by child as it stands there, so that memory stays flat whatever its size and the steps that follow begin where
 * the last one ended: a stream has no such place. Read to its end once before the first child is kept. Started anew it begins anew, and whoever
 * was reading before stops. `beat` is called for every child. Throws ExtractRefused when the file cannot be read to its end, ReadByAnother when
 * another worker has begun meanwhile.
 */
export async function stageCensus(db: Database, run: ImportRun, beat: () => void): Promise<void> {
  const census = await checkCensus(run.folder, { beat })
  if (census.header.referenceDate !== run.asAt)
    throw refused(run.folder, null, 'it is another census than when the import began', 'Begin again')
  const reading = await beginReading(db, run, CHILD)
  if (reading === undefined) return
  await clearRows(db, reading, beat)
  await db.$executeRaw`delete from import_case where run_id = ${run.id}::uuid`
  const findings = fewOfAKind(MOST_OF_A_KIND)
  let batch: CensusChild[] = []
  let size = 0
  let kept = 0
  for await (const child of censusChildren(census, findings.found)) {
    beat()
    batch.push(child)
    kept += 1
    size += JSON.stringify(child.element).length
    if (size < AT_ONCE) continue
    await keep(db, reading, batch)
    batch = []
    size = 0
  }
  await keep(db, reading, batch)
  if (kept === 0) throw refused(run.folder, null, 'no child in it has an LAchildID', 'Export the census with its ids')
  await inBulk(db, async (tx) => {
    await saveFewFindings(tx, { runId: run.id, reading: 'census' }, findings)
    await endReading(tx, reading, census.children)
  })
}

/** The children, and the list of what is to be done: a line for each. */
async function keep(db: Database, reading: StageReader, children: readonly CensusChild[]): Promise<void> {
  const rows = children.map(({ id, element }) => ({
    standing: 'came' as const,
    record: id,
    child: id,
    line: element.line,
    print: '',
    cells: element,
  }))
  await writeRows(db, reading, rows)
  const work = children.map(({ id }) => {
    const own = ownCase(id)
    return { case_id: own.id, source_id: own.sourceId, children: [id] }
  })
  await db.$executeRaw`
    insert into import_case (run_id, case_id, source_id, children, new_facts, not_taken)
    select ${reading.runId}::uuid, w.case_id, w.source_id, w.children, 0, false
    from json_populate_recordset(null::import_case, ${JSON.stringify(work)}::json) w on conflict do nothing`
}
