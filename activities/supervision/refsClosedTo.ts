import type { Database, Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { mayOpenNow } from '../people/mayReadNow'

/** References in these texts of cases that the reader may not open now, whatever they could when the words were written. */
export async function refsClosedTo(
  tx: Transaction | Database,
  { readerId, day, texts }: { readonly readerId: string; readonly day: string; readonly texts: readonly string[] },
): Promise<readonly string[]> {
  const whole = texts.join(' ')
  const rows = await tx.$queryRaw<{ ref: string }[]>`
    select c.ref from case_file c join case_restriction r on r.case_id = c.id and r.lifted_at is null
    where strpos(${whole}, c.ref) > 0 and not ${mayOpenNow(readerId, Prisma.sql`c.id`, day)}`
  return rows.map(({ ref }) => ref)
}
