import { Prisma } from '../../../prisma/generated/client'
import type { Database } from '../../../prisma/database'
import type { Reader } from '../reading/loadReader'
import { policeCases } from '../reading/readableCases'

/** A case by its reference, if this reader follows its police track; undefined does not say whether there is one. */
export async function policeCase(
  db: Database,
  reader: Reader,
  ref: string,
): Promise<{ readonly id: string; readonly ref: string } | undefined> {
  if (ref.includes('\0')) return undefined
  const [row] = await db.$queryRaw<{ id: string; ref: string }[]>(
    Prisma.sql`select c.id::text, c.ref from case_file c where c.ref = ${ref} and ${policeCases(reader)}`,
  )
  return row
}
