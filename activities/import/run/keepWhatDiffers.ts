import type { Database } from '../../../prisma/database'
import { PRINT_CHARS, rowsBefore, type RowsBefore } from './rowsBefore'
import type { StageReader } from './stageReader'
import { rowWithout, writeRows, type StagedRow } from './stagedRows'

/** Rows written at once. */
const AT_ONCE = 1_000
/** Prints looked up at once. */
const ASKED_AT_ONCE = 20_000

/** The rows of one table on their way into the database, in the file's order. */
interface Keeping {
  keep(rows: readonly StagedRow[]): Promise<void>
  /** Keeps what is left, and what the last extract had and the file has not. */
  end(file: { readonly isThere: (record: string) => boolean; readonly beat: () => void }): Promise<void>
}

/**
 * Of a table that the last extract told too, most rows of a day are as they were: only what differs is kept. All of it where nothing is
 * known of the table.
 */
export async function keepWhatDiffers(db: Database, reading: StageReader): Promise<Keeping> {
  const before = await rowsBefore(db, reading.table)
  const differing: StagedRow[] = []
  return {
    keep: async (rows) => {
      if (before.count === 0) return writeRows(db, reading, rows)
      differing.push(...rows.flatMap((row) => asItDiffers(row, before)))
      while (differing.length >= AT_ONCE) await writeRows(db, reading, differing.splice(0, AT_ONCE))
    },
    end: async ({ isThere, beat }) => {
      const left = before.left()
      for (let from = 0; from < left.length; from += ASKED_AT_ONCE) {
        const records = await recordsOf(db, reading.table, left.slice(from, from + ASKED_AT_ONCE))
        for (const record of records) if (!isThere(record)) differing.push(rowWithout('gone', record))
        beat()
      }
      while (differing.length > 0) await writeRows(db, reading, differing.splice(0, AT_ONCE))
    },
  }
}

/** The row, if it came; only its line when it moved; nothing when it is as it was. */
function asItDiffers(row: StagedRow, before: RowsBefore): readonly StagedRow[] {
  if (row.standing !== 'came') return [row]
  const line = before.take(row.print)
  if (line === undefined) return [row]
  return line === row.line ? [] : [{ ...rowWithout('moved', row.record), line: row.line }]
}

async function recordsOf(db: Database, table: string, prints: readonly string[]): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ record: string }[]>`
    select record from upstream_row
    where tbl = ${table} and gone_on is null and substr(print, 1, ${PRINT_CHARS}::int) = any(${[...prints]}::text[])`
  return rows.map(({ record }) => record)
}
