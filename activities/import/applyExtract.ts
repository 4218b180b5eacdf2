import { inTransaction } from '../../prisma/inTransaction'
import type { Database } from '../../prisma/database'
import { readClock } from '../clock'
import { newId } from '../newId'
import { applyFamily } from './applyFamily'
import { applyPeople } from './applyPeople'
import type { SsdExtract } from './ssdExtract'
import { stableId } from './stableId'

export interface Applied {
  readonly runId: string
  /** Cases that changed: whom to nudge. */
  readonly changed: readonly string[]
  readonly newEvents: number
}

/**
 * Writes an extract: people and teams in one transaction, then each family in its own. Running it again changes nothing.
 * `progress` is told how many families are done.
 */
export async function applyExtract(
  db: Database,
  extract: SsdExtract,
  progress: (done: number, of: number) => void,
): Promise<Applied> {
  const runId = await inTransaction(db, async (tx) => {
    const { now } = await readClock(tx)
    const id = newId(now)
    const counts = JSON.stringify({
      families: extract.families.length,
      people: extract.people.length,
      read: extract.read,
    })
    await tx.$executeRaw`
      insert into import_run (id, source, as_at, started_at, counts)
      values (${id}::uuid, 'ssd', ${extract.asAt}::date, ${new Date(now).toISOString()}::timestamptz, ${counts}::jsonb)`
    await tx.$executeRaw`
      insert into import_finding (run_id, number, file, line, record, field, problem, taken)
      select ${id}::uuid, f.number, f.file, f.line, f.record, f.field, f.problem, f.taken
      from json_populate_recordset(null::import_finding, ${JSON.stringify(extract.findings.map((finding, index) => ({ ...finding, number: index + 1 })))}::json) f`
    await applyPeople(tx, extract)
    return id
  })
  const changed: string[] = []
  let newEvents = 0
  for (const [index, family] of extract.families.entries()) {
    // One command per family and day of the extract: the same extract again is the same command.
    const added = await inTransaction(db, (tx) =>
      applyFamily(tx, family, { asAt: extract.asAt, commandId: stableId('import', extract.asAt, runId, family.id) }),
    )
    newEvents += added
    if (added > 0) changed.push(family.id)
    progress(index + 1, extract.families.length)
  }
  await inTransaction(db, async (tx) => {
    const { now } = await readClock(tx)
    await tx.$executeRaw`update import_run set finished_at = ${new Date(now).toISOString()}::timestamptz where id = ${runId}::uuid`
  })
  return { runId, changed, newEvents }
}
