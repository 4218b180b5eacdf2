import type { Database } from '../../../prisma/database'
import type { Reader } from './loadReader'
import { readableCases } from './readableCases'

/** A case by its reference, as far as every page about it needs it. */
export interface ReadableCase {
  readonly id: string
  readonly ref: string
  readonly team_id: string | null
  readonly live_since: string | null
  readonly open: boolean
  readonly facts_version: number
}

/** The case, if there is one and this reader may read it as a whole; undefined does not say which of the two. */
export async function readableCase(db: Database, reader: Reader, ref: string): Promise<ReadableCase | undefined> {
  // No reference holds it, and the database takes no text with it.
  if (ref.includes('\u0000')) return undefined
  const [row] = await db.$queryRaw<ReadableCase[]>`
    select c.id::text, c.ref, c.team_id::text, c.live_since::text, c.open, c.facts_version from case_file c
    where c.ref = ${ref} and ${readableCases(reader)}`
  return row
}
