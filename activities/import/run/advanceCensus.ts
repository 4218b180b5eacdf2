import type { Database, Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import { readClock } from '../../clock'
import { londonDay } from '../../../domain/calendar/london'
import { loadPeople } from '../../people/loadPeople'
import type { Rules } from '../../planning/rulesInForce'
import { checkCensus } from '../census/checkCensus'
import { readCensus, type CensusFamily } from '../census/readCensus'
import { ExtractRefused, type Finding } from '../finding'
import { applyCensusChild, caseOfCensusChild, compareCensusChild } from './applyCensusChild'
import { loadRun, type ImportRun } from './importRun'
import { endOfDayOne, previewCase, type CasePreview } from './previewCase'
import { rolledBack } from './rolledBack'
import { saveFindings } from './saveFindings'
import { countFacts } from './writeFacts'

interface Advancing {
  readonly db: Database
  readonly rules: Rules
  readonly beat: () => void
}

const AT_ONCE = 20

/** Reads a census to its end once, and keeps how many children it has. Throws ExtractRefused when it cannot be read. */
export async function readCensusOnce({ db }: Advancing, run: ImportRun): Promise<void> {
  const { children, header } = await checkCensus(run.folder)
  if (header.referenceDate !== run.asAt)
    throw new ExtractRefused(
      `${run.folder} is another census than when the import began. Begin again; nothing was imported.`,
    )
  await db.$executeRaw`
    update import_run set tables_read = ${JSON.stringify({ Child: children })}::jsonb where id = ${run.id}::uuid`
}

/** Looks ahead for every child of a census, one after the other; memory stays flat. A restart goes on behind the last one kept. */
export async function previewCensus({ db, rules, beat }: Advancing, run: ImportRun): Promise<void> {
  const done = await namesOf(db, run, 'previewed')
  await inBatches(db, run, done, null, async (families) => {
    const rows: { case_id: string; source_id: string; children: readonly string[]; previewed: CasePreview }[] = []
    await rolledBack(db, async (tx) => {
      const evening = endOfDayOne((await readClock(tx)).now, run.asAt, rules)
      const everybody = await loadPeople(tx, londonDay(evening).toString())
      for (const family of families) {
        const { caseId, children, teamId } = await caseOfCensusChild(tx, family)
        const { recorded, reconciled } = await compareCensusChild(tx, family, caseId)
        const previewed = await previewCase(
          tx,
          {
            caseId,
            ref: family.ref,
            teamId,
            children: family.children,
            recorded,
            append: reconciled.append,
            counts: countFacts(reconciled.append),
            asAt: run.asAt,
          },
          { rules, everybody, evening },
        )
        rows.push({ case_id: rowId(family), source_id: caseId, children, previewed })
      }
    })
    await db.$executeRaw`
      insert into import_case (run_id, case_id, source_id, children, previewed, new_facts, not_taken)
      select ${run.id}::uuid, r.case_id, r.source_id, r.children, r.previewed, 0, false from json_populate_recordset(null::import_case, ${JSON.stringify(rows)}::json) r
      on conflict (run_id, case_id) do nothing`
    beat()
  })
}

/** Brings in every child of a census, each in a transaction of its own, until somebody gives it up. Answers the cases whose clock has to look. */
export async function applyCensus({ db, beat }: Advancing, run: ImportRun): Promise<readonly string[]> {
  const done = await namesOf(db, run, 'applied')
  const touched: string[] = []
  const findings: Finding[] = []
  await inBatches(
    db,
    run,
    done,
    (finding) => void findings.push(finding),
    async (families) => {
      for (const family of families) {
        const caseId = await inTransaction(db, (tx) => applyOne(tx, run, family))
        if (caseId !== null) touched.push(caseId)
      }
      beat()
    },
  )
  await saveFindings(db, { runId: run.id, reading: 'census' }, findings)
  return touched
}

/** One row of the work list stands for one child: two of them may be of one case. */
const rowId = (family: CensusFamily): string => family.id

async function applyOne(tx: Transaction, run: ImportRun, family: CensusFamily): Promise<string | null> {
  const { caseId } = await caseOfCensusChild(tx, family)
  const result = await applyCensusChild(tx, run, family, caseId)
  await saveFindings(tx, { runId: run.id, reading: family.sourceId }, result.findings)
  const { now } = await readClock(tx)
  await tx.$executeRaw`
    update import_case set applied_at = ${new Date(now).toISOString()}::timestamptz, new_facts = ${result.added + result.changed + result.takenBack}
    where run_id = ${run.id}::uuid and case_id = ${rowId(family)}::uuid`
  return result.touched ? caseId : null
}

async function namesOf(db: Database, run: ImportRun, what: 'previewed' | 'applied'): Promise<ReadonlySet<string>> {
  const rows =
    what === 'previewed'
      ? await db.$queryRaw<{ id: string }[]>`select case_id as id from import_case where run_id = ${run.id}::uuid`
      : await db.$queryRaw<{ id: string }[]>`
          select case_id as id from import_case where run_id = ${run.id}::uuid and applied_at is not null`
  return new Set(rows.map(({ id }) => id))
}

async function inBatches(
  db: Database,
  run: ImportRun,
  done: ReadonlySet<string>,
  found: ((finding: Finding) => void) | null,
  work: (families: readonly CensusFamily[]) => Promise<void>,
): Promise<void> {
  let batch: CensusFamily[] = []
  const goesOn = async (): Promise<boolean> => (await loadRun(db, run.id))?.state === run.state
  const checked = await checkCensus(run.folder)
  for await (const family of readCensus(checked, { read: {}, found: found ?? (() => undefined) })) {
    if (done.has(rowId(family))) continue
    batch.push(family)
    if (batch.length < AT_ONCE) continue
    if (!(await goesOn())) return
    await work(batch)
    batch = []
  }
  if (await goesOn()) await work(batch)
}
