import { createHash } from 'node:crypto'
import type { Database } from '../../../prisma/database'
import { inBulk } from '../../../prisma/inBulk'
import { childOf } from '../mapFamily'
import { fileOf, readTable } from '../readTable'
import type { SsdRow } from '../ssdRow'
import { EVENT_TABLES, type EventTable } from '../rowShapes'
import type { SsdTable } from '../ssdTables'
import { fewOfAKind, MOST_OF_A_KIND } from '../fewOfAKind'
import type { ImportRun } from './importRun'
import { oneAhead } from './oneAhead'
import { saveFewFindings } from './saveFindings'
import { beginReading, endReading } from './stageReader'
import { clearRows, writeRows, type StagedRow } from './stagedRows'

/** Rows held in memory, whether they can be read or not. */
const AT_ONCE = 1_000

/**
 * Reads one table of an extract into the database, so that memory stays flat whatever its size. Started anew it begins anew, and whoever
 * was reading before stops. `beat` is called for every few rows. Throws ExtractRefused when the file cannot be read to its end, ReadByAnother when
 * another worker has begun meanwhile.
 */
export async function stageTable(db: Database, run: ImportRun, table: SsdTable, beat: () => void): Promise<void> {
  const reading = await beginReading(db, run, table)
  if (reading === undefined) return
  await clearRows(db, reading, beat)
  const findings = fewOfAKind(MOST_OF_A_KIND)
  let batch: StagedRow[] = []
  let rows = 0
  const inTurn = oneAhead()
  const write = async (): Promise<void> => {
    const some = batch
    batch = []
    await inTurn.next(() => writeRows(db, reading, some))
    beat()
  }
  const add = async (row: StagedRow): Promise<void> => {
    batch.push(row)
    if (batch.length >= AT_ONCE) await write()
  }
  const unreadable = async (record: string): Promise<void> => {
    if (record !== '') await add({ record, child: '', line: 0, print: '', cells: null })
  }
  try {
    for await (const row of readTable(run.folder, table, { found: findings.found, unreadable, beat })) {
      rows += 1
      await add(staged(row))
    }
    await write()
  } finally {
    await inTurn.settled()
  }
  await inTurn.done()
  await inBulk(db, async (tx) => {
    await saveFewFindings(tx, { runId: run.id, reading: fileOf(table) }, findings)
    await endReading(tx, reading, rows)
  })
}

const isEventTable = (table: SsdTable): table is EventTable => (EVENT_TABLES as readonly string[]).includes(table)

/** The child a row is about: whose case has to look at it. */
function aboutChild({ table, id, values }: SsdRow): string {
  if (table === 'ssd_person') return id
  if (table === 'ssd_family') return values['fami_person_id'] ?? ''
  return isEventTable(table) ? childOf(table, values) : ''
}

const staged = (row: SsdRow): StagedRow => ({
  record: row.id,
  child: aboutChild(row),
  line: row.line,
  print: createHash('sha256').update(JSON.stringify(row.values)).digest('base64').slice(0, 22),
  cells: row.values,
})
