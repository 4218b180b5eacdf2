import { hash } from 'node:crypto'
import type { Database } from '../../../prisma/database'
import { inBulk } from '../../../prisma/inBulk'
import { childOf } from '../mapFamily'
import { fileOf, readTable } from '../readTable'
import type { SsdRow } from '../ssdRow'
import { EVENT_TABLES, type EventTable } from '../rowShapes'
import type { SsdTable } from '../ssdTables'
import { fewOfAKind, MOST_OF_A_KIND } from '../fewOfAKind'
import { seenIds } from '../seenIds'
import type { ImportRun } from './importRun'
import { keepWhatDiffers } from './keepWhatDiffers'
import { oneAhead } from './oneAhead'
import { saveFewFindings } from './saveFindings'
import { beginReading, endReading } from './stageReader'
import { clearRows, rowWithout, type StagedRow } from './stagedRows'

/** Rows held in memory, whether they can be read or not. */
const AT_ONCE = 1_000

/**
 * Reads one table of an extract, and keeps in the database what it says otherwise than the last one, so that memory stays flat whatever its size. Started anew it begins anew, and whoever
 * was reading before stops. `beat` is called for every few rows. Throws ExtractRefused when the file cannot be read to its end, ReadByAnother when
 * another worker has begun meanwhile.
 */
export async function stageTable(db: Database, run: ImportRun, table: SsdTable, beat: () => void): Promise<void> {
  const reading = await beginReading(db, run, table)
  if (reading === undefined) return
  await clearRows(db, reading, beat)
  const findings = fewOfAKind(MOST_OF_A_KIND)
  const seen = seenIds()
  const broken = new Set<string>()
  const keeping = await keepWhatDiffers(db, reading)
  let batch: StagedRow[] = []
  let rows = 0
  const inTurn = oneAhead()
  const write = async (): Promise<void> => {
    const some = batch
    batch = []
    await inTurn.next(() => keeping.keep(some))
    beat()
  }
  const add = async (row: StagedRow): Promise<void> => {
    batch.push(row)
    if (batch.length >= AT_ONCE) await write()
  }
  // Of a readable and an unreadable row of one id the first counts.
  const unreadable = async (record: string): Promise<void> => {
    if (record === '' || seen.has(record) || broken.has(record)) return
    broken.add(record)
    await add(rowWithout('unreadable', record))
  }
  try {
    for await (const row of readTable(run.folder, table, { found: findings.found, unreadable, seen, beat })) {
      rows += 1
      if (!broken.has(row.id)) await add(staged(row))
    }
    await write()
  } finally {
    await inTurn.settled()
  }
  await inTurn.done()
  await keeping.end({ isThere: (record) => seen.has(record) || broken.has(record), beat })
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
  standing: 'came',
  record: row.id,
  child: aboutChild(row),
  line: row.line,
  print: hash('sha256', JSON.stringify(row.values), 'base64').slice(0, 22),
  cells: row.values,
})
