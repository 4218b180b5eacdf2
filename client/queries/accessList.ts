import type { Database } from '../../prisma/database'

export interface AccessPage {
  readonly ref: string
  /** Null while everybody whose work it is may open it. */
  readonly restricted: { readonly since: string; readonly by: string; readonly reason: string } | null
  /** Who has been given access of their own, today or later; it counts while the case is restricted. */
  readonly people: readonly {
    readonly name: string
    readonly from_on: string
    readonly to_on: string | null
    readonly by: string
    readonly reason: string
  }[]
}

/** Who may open a case on `today` (ISO date) or later; undefined for an unknown reference. */
export async function accessList(db: Database, ref: string, today: string): Promise<AccessPage | undefined> {
  const [about] = await db.$queryRaw<{ id: string }[]>`select id::text from case_file where ref = ${ref}`
  if (about === undefined) return undefined
  const [restricted] = await db.$queryRaw<{ since: Date; by: string; reason: string }[]>`
    select r.made_at as since, p.name as by, r.reason from case_restriction r join person p on p.id = r.made_by
    where r.case_id = ${about.id}::uuid and r.lifted_at is null`
  const people = await db.$queryRaw<AccessPage['people'][number][]>`
    select p.name, a.from_on::text, a.to_on::text, g.name as by, a.reason from case_access a join person p on p.id = a.person_id join person g on g.id = a.granted_by
    where a.case_id = ${about.id}::uuid and a.revoked_at is null and (a.to_on is null or a.to_on >= ${today}::date) order by p.name, a.from_on, a.id`
  return {
    ref,
    restricted: restricted === undefined ? null : { ...restricted, since: restricted.since.toISOString() },
    people,
  }
}
