import { mayOpenNow } from '../../../activities/people/mayReadNow'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import type { Reader } from '../reading/loadReader'

/** How many cases each of these sessions has, by its id, as `sessionCases` lists them: a restricted one is not counted. Missing where there are none. */
export async function placedCases(
  db: Database,
  { id, day }: Reader,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ session: string; cases: number }[]>`
    select x.session_id::text as session, count(*)::int as cases from session_case x
    where x.session_id = any(${[...sessionIds]}::uuid[]) and ${mayOpenNow(id, Prisma.sql`x.case_id`, day.toString())} group by x.session_id`
  return new Map(rows.map(({ session, cases }) => [session, cases]))
}
