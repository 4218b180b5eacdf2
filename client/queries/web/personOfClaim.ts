import type { LocalDate } from '@js-joda/core'
import type { Database } from '../../../prisma/database'

/** Who is in post on a day under an address or a staff number, whatever its capitals: the id, where it is exactly one person's. */
export async function personOfClaim(db: Database, name: string, day: LocalDate): Promise<string | undefined> {
  const found = await db.$queryRaw<{ id: string }[]>`
    select id::text from person where (lower(email) = lower(${name}) or lower(source_id) = lower(${name}))
      and (left_on is null or left_on > ${day.toString()}::date) limit 2`
  return found.length === 1 ? found[0]?.id : undefined
}
