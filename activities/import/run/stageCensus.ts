import type { Database } from '../../../prisma/database'
import { censusChildren, type CensusChild } from '../census/censusChildren'
import { ownCase } from '../census/censusFamily'
import { checkCensus } from '../census/checkCensus'
import { refused } from '../census/refused'
import type { Finding } from '../finding'
import type { ImportRun } from './importRun'
import { saveFindings } from './saveFindings'
import { clearRows, writeRows } from './stagedRows'

/** What the children of a census are kept under. */
export const CHILD = 'Child'

/** Characters written at once, and the child on top. */
const AT_ONCE = 1_000_000
/** Findings about the file that are held in memory; a file with more is no census. */
const MOST_FINDINGS = 20_000

/**
 * Reads a census into the database, child by child as it stands there, so that memory stays flat whatever its size and the steps that follow begin where
 * the last one ended: a stream has no such place. Read to its end once before the first child is kept. Started anew it begins anew. Answers how
 * many children it has. `beat` is called for every child. Throws ExtractRefused when the file cannot be read to its end.
 */
export async function stageCensus(db: Database, run: ImportRun, beat: () => void): Promise<number> {
  const census = await checkCensus(run.folder, { beat })
  if (census.header.referenceDate !== run.asAt)
    throw refused(run.folder, null, 'it is another census than when the import began', 'Begin again')
  await clearRows(db, run, CHILD)
  await db.$executeRaw`delete from import_case where run_id = ${run.id}::uuid`
  const findings: Finding[] = []
  const found = (finding: Finding): void => {
    if (findings.length < MOST_FINDINGS) findings.push(finding)
  }
  let batch: CensusChild[] = []
  let size = 0
  let kept = 0
  for await (const child of censusChildren(census, found)) {
    beat()
    batch.push(child)
    kept += 1
    size += JSON.stringify(child.element).length
    if (size < AT_ONCE) continue
    await keep(db, run, batch)
    batch = []
    size = 0
  }
  await keep(db, run, batch)
  if (kept === 0) throw refused(run.folder, null, 'no child in it has an LAchildID', 'Export the census with its ids')
  await saveFindings(db, { runId: run.id, reading: 'census' }, findings)
  return census.children
}

/** The children, and the list of what is to be done: a line for each. */
async function keep(db: Database, run: ImportRun, children: readonly CensusChild[]): Promise<void> {
  const rows = children.map(({ id, element }) => ({
    record: id,
    child: id,
    line: element.line,
    print: '',
    cells: element,
  }))
  await writeRows(db, run, CHILD, rows)
  const work = children.map(({ id }) => {
    const own = ownCase(id)
    return { case_id: own.id, source_id: own.sourceId, children: [id] }
  })
  await db.$executeRaw`
    insert into import_case (run_id, case_id, source_id, children, new_facts, not_taken)
    select ${run.id}::uuid, w.case_id, w.source_id, w.children, 0, false
    from json_populate_recordset(null::import_case, ${JSON.stringify(work)}::json) w`
}
