import { createHash } from 'node:crypto'
import type { Database } from '../../../prisma/database'
import type { Finding } from '../finding'
import { childOf } from '../mapFamily'
import { fileOf, readTable } from '../readTable'
import type { SsdRow } from '../ssdRow'
import { EVENT_TABLES, type EventTable } from '../rowShapes'
import type { SsdTable } from '../ssdTables'
import type { ImportRun } from './importRun'
import { saveFindings } from './saveFindings'
import { clearRows, writeRows, type StagedRow } from './stagedRows'

const AT_ONCE = 1_000
/** Findings of one file that are held in memory; a file with more is no extract. */
const MOST_FINDINGS = 20_000

/**
 * Reads one table of an extract into the database, so that memory stays flat whatever its size. Started anew it begins anew. Answers how many
 * rows can be read. `beat` is called for every few rows. Throws ExtractRefused when the file cannot be read to its end.
 */
export async function stageTable(db: Database, run: ImportRun, table: SsdTable, beat: () => void): Promise<number> {
  await clearRows(db, run, table)
  const findings: Finding[] = []
  let batch: StagedRow[] = []
  let rows = 0
  const write = async (): Promise<void> => {
    await writeRows(db, run, table, batch)
    batch = []
    beat()
  }
  const reading = {
    found: (finding: Finding) => {
      if (findings.length < MOST_FINDINGS) findings.push(finding)
    },
    unreadable: (record: string) => {
      if (record !== '') batch.push({ record, child: '', line: 0, print: '', cells: null })
    },
  }
  for await (const row of readTable(run.folder, table, reading)) {
    batch.push(staged(row))
    rows += 1
    if (batch.length >= AT_ONCE) await write()
  }
  await write()
  await saveFindings(db, { runId: run.id, reading: fileOf(table) }, findings)
  return rows
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
