import type { LocalDate } from '@js-joda/core'
import type { CaseRow } from '../../activities/planning/lockCase'
import type { Database } from '../../prisma/database'
import { loadReader } from './reading/loadReader'
import { readableCases } from './reading/readableCases'

type Readable = Pick<CaseRow, 'id'>

interface Reading {
  readonly readerId: string
  readonly day: LocalDate
}

/**
 * Which of some cases a person may read as a whole, by id: in post, not kept out by a restriction, and holding the case or a role for it. Whoever has a part of a
 * case only (police, the manager it is being handed to) has pages of their own.
 */
export async function readableBy(
  db: Database,
  rows: readonly Readable[],
  { readerId, day }: Reading,
): Promise<ReadonlySet<string>> {
  const reader = await loadReader(db, readerId, day)
  if (reader === undefined || rows.length === 0) return new Set()
  const readable = await db.$queryRaw<{ id: string }[]>`
    select c.id::text from case_file c where c.id = any(${rows.map(({ id }) => id)}::uuid[]) and ${readableCases(reader)}`
  return new Set(readable.map(({ id }) => id))
}

/** The same of one case. */
export const isReadableBy = async (db: Database, row: Readable, reading: Reading): Promise<boolean> =>
  (await readableBy(db, [row], reading)).has(row.id)
