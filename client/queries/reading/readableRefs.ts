import type { Database } from '../../../prisma/database'
import type { Reader } from './loadReader'
import { readableCases } from './readableCases'

/** Which of these cases the reader may open. */
export async function readableRefs(
  db: Database,
  reader: Reader,
  refs: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ ref: string }[]>`
    select c.ref from case_file c where c.ref = any(${[...new Set(refs)]}::text[]) and ${readableCases(reader)}`
  return new Set(rows.map(({ ref }) => ref))
}
