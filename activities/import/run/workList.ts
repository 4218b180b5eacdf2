import type { Database, Transaction } from '../../../prisma/database'
import { inBulk } from '../../../prisma/inBulk'
import type { Finding } from '../finding'
import { mapStaff } from '../mapStaff'
import { membership } from '../membership'
import type { SsdRow } from '../ssdRow'
import { aboutRejected, warning } from '../rowReader'
import type { EventTable } from '../rowShapes'
import { EVENT_TABLES } from '../rowShapes'
import { stableId } from '../stableId'
import { unknownChild } from '../takeRows'
import { concernedChildren } from './concernedCases'
import { current, rowsOfTable } from './currentRows'
import type { ImportRun } from './importRun'
import { saveFindings } from './saveFindings'
import { ReadByAnother } from './stageReader'

interface CaseOfChild {
  readonly caseId: string
  readonly sourceId: string
}

const AT_ONCE = 2_000
/** More than these help nobody. */
const MOST_ORPHANS = 10_000

/**
 * Works out which cases the extract concerns, and what is odd about it as a whole: children in two families or none, families that changed,
 * workers without a team, rows of children nobody knows. A child that has a case keeps it.
 */
export const makeWorkList = (db: Database, run: ImportRun): Promise<void> => inBulk(db, (tx) => listWork(tx, run))

async function listWork(db: Transaction, run: ImportRun): Promise<void> {
  const findings: Finding[] = []
  const found = (finding: Finding): void => void findings.push(finding)
  mapStaff(await rowsOfTable(db, run, 'ssd_department'), await rowsOfTable(db, run, 'ssd_professionals'), found)
  const people = new Map((await rowsOfTable(db, run, 'ssd_person')).map((row) => [row.id, row]))
  const { familyOf } = membership(people, await rowsOfTable(db, run, 'ssd_family'), found)
  const known = await knownCases(db)
  const caseOf = new Map<string, CaseOfChild>(known)
  for (const [child, family] of familyOf) {
    const before = known.get(child)
    if (before === undefined) caseOf.set(child, { caseId: stableId('case', 'ssd', family), sourceId: family })
    else if (before.sourceId !== family) movedFamily(people.get(child), before.sourceId, family, found)
  }
  for (const row of await orphans(db, run))
    found(aboutRejected(row, unknownChild(row.table as EventTable, row.values['child'] ?? '')))
  await saveFindings(db, { runId: run.id, caseId: null }, findings)
  await keepFindingsOfFilesLeftOut(db, run)
  const concerned = await concernedChildren(db, run)
  const cases = new Map<string, { sourceId: string; children: string[]; concerned: boolean }>()
  for (const [child, { caseId, sourceId }] of caseOf) {
    const one = cases.get(caseId) ?? { sourceId, children: [], concerned: false }
    one.children.push(child)
    one.concerned ||= concerned === 'all' || concerned.has(child)
    cases.set(caseId, one)
  }
  const work = [...cases]
    .filter(([, one]) => one.concerned)
    .map(([id, { sourceId, children }]) => ({ case_id: id, source_id: sourceId, children: children.sort() }))
  // A worker that was paused until here would take the list away from the one that works on it.
  const [reading] = await db.$queryRaw<unknown[]>`
    select 1 from import_run where id = ${run.id}::uuid and state = 'reading' for share`
  if (reading === undefined) throw new ReadByAnother()
  await db.$executeRaw`delete from import_case where run_id = ${run.id}::uuid`
  for (let from = 0; from < work.length; from += AT_ONCE) {
    await db.$executeRaw`
        insert into import_case (run_id, case_id, source_id, children, new_facts, not_taken)
        select ${run.id}::uuid, w.case_id, w.source_id, w.children, 0, false
        from json_populate_recordset(null::import_case, ${JSON.stringify(work.slice(from, from + AT_ONCE))}::json) w`
  }
}

async function knownCases(db: Transaction): Promise<ReadonlyMap<string, CaseOfChild>> {
  const rows = await db.$queryRaw<{ child: string; caseId: string; sourceId: string | null }[]>`
    select child.source_id as child, c.id as "caseId", c.source_id as "sourceId" from child join case_file c on c.id = child.case_id
    where child.source_id is not null`
  return new Map(rows.map(({ child, caseId, sourceId }) => [child, { caseId, sourceId: sourceId ?? '' }]))
}

function movedFamily(row: SsdRow | undefined, from: string, to: string, found: (finding: Finding) => void): void {
  if (row === undefined) return
  const problem = `Child ${row.id} belongs to family ${to} now, and has a case as of family ${from}. The case was neither split nor joined; its facts are kept up to date where they are.`
  found(warning(row, 'moved-family', 'pers_person_id', problem))
}

/** Rows about children who are neither in ssd_person nor in any case. */
async function orphans(db: Transaction, run: ImportRun): Promise<readonly SsdRow[]> {
  const tables = [...EVENT_TABLES]
  const rows = await db.$queryRaw<{ tbl: EventTable; record: string; child: string; line: number }[]>`
    with nobodys as (
      select child from ${current(run)} e where tbl = any(${tables}::text[]) and cells is not null
      except select record from ${current(run)} p where tbl = 'ssd_person' and cells is not null
      except select source_id from child)
    select tbl, record, child, line from ${current(run)} c
    where child in (select child from nobodys) and tbl = any(${tables}::text[]) and cells is not null
    order by tbl, line limit ${MOST_ORPHANS}`
  return rows.map(({ tbl, record, child, line }) => ({ table: tbl, id: record, line, values: { child } }))
}

/** What was found while reading a file that did not come again still holds. */
async function keepFindingsOfFilesLeftOut(db: Transaction, run: ImportRun): Promise<void> {
  const files = run.options.leftOut.map((table) => `${table}.csv`)
  await db.$executeRaw`delete from import_finding where run_id = ${run.id}::uuid and reading = any(${files}::text[])`
  await db.$executeRaw`
    insert into import_finding (run_id, number, file, line, record, field, problem, taken, kind, case_id, reading)
    select ${run.id}::uuid, nextval('import_finding_number'), file, line, record, field, problem, taken, kind, case_id, reading
    from import_finding where run_id = ${run.beforeId}::uuid and reading = any(${files}::text[])`
}
