import type { Database, Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { EVERYBODY_ON, NOBODY, type Everybody } from './loadPeople'

/**
 * Another text whenever a person, a role, a team, a cover, who may open a restricted case, or an address that mail comes back from is another, to be asked beside other questions. It is made from the rows themselves, so that
 * whoever changes one has nothing to remember, and says the same in every process.
 */
export const PEOPLE_PRINT = Prisma.sql`
  select concat_ws(' ',
    (select count(*) || ':' || coalesce(sum(hashtextextended(person::text, 0)), 0) from person),
    (select count(*) || ':' || coalesce(sum(hashtextextended(role_grant::text, 0)), 0) from role_grant),
    (select count(*) || ':' || coalesce(sum(hashtextextended(team::text, 0)), 0) from team),
    (select count(*) || ':' || coalesce(sum(hashtextextended(cover::text, 0)), 0) from cover),
    (select count(*) || ':' || coalesce(sum(hashtextextended(case_restriction::text, 0)), 0) from case_restriction),
    (select count(*) || ':' || coalesce(sum(hashtextextended(case_access::text, 0)), 0) from case_access),
    (select count(*) || ':' || coalesce(sum(hashtextextended(delivery_task::text, 0)), 0) from delivery_task where done_at is null)) as print`

interface Known {
  readonly print: string
  readonly day: string
  readonly everybody: Everybody
}

/** Who they were when they were read last: a worker plans hundreds of cases between two changes. */
let known: Known | undefined

/** `loadPeople`, asked only when the print or the day is another than last time. */
export async function peopleBy(tx: Transaction | Database, day: string, print: string): Promise<Everybody> {
  if (known?.print === print && known.day === day) return known.everybody
  // The print is of the same moment as the people: one read before could name those who came after it.
  const [row] = await tx.$queryRaw<(Everybody & { readonly print: string })[]>`
    select ${EVERYBODY_ON(day)}, (${PEOPLE_PRINT}) as print`
  if (row === undefined) return NOBODY
  const everybody = { people: row.people, teams: row.teams, covers: row.covers, restricted: row.restricted }
  known = { print: row.print, day, everybody }
  return everybody
}
