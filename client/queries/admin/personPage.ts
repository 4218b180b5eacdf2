import { BY_HAND } from '../../../activities/people/byHand'
import type { Database } from '../../../prisma/database'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'

export interface PersonAbout {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
  readonly email: string | null
  readonly team: string | null
  readonly leftOn: string | null
  /** They left, or are to leave, by a day that has come. */
  readonly left: boolean
  /** No extract has ever brought them. */
  readonly byHand: boolean
  /** Addresses of their calendar that work. */
  readonly calendars: number
}

export interface RoleHeld {
  /** Of the grant. */
  readonly id: string
  /** Who says so: `claims`, `authority`, `administrator`; null: an extract. */
  readonly source: string | null
  /** Whether it counts today. */
  readonly now: boolean
  readonly role: string
  readonly team: string | null
  readonly from: string
  readonly to: string | null
}

export interface HeldCase {
  readonly ref: string
  readonly worked: number
  readonly chaired: number
}

/** Who somebody is; undefined for an id nobody has. Days are ISO text, as is `today`. */
export async function personAbout(db: Database, personId: string, today: string): Promise<PersonAbout | undefined> {
  const [row] = await db.$queryRaw<PersonAbout[]>`
    select p.id::text, p.name, p.job_title as "jobTitle", p.email, t.name as team, p.left_on::text as "leftOn",
      coalesce(p.left_on <= ${today}::date, false) as left, p.source_id like ${`${BY_HAND}%`} as "byHand",
      (select count(*)::int from feed_token f where f.person_id = p.id and f.revoked_at is null) as calendars
    from person p left join team t on t.id = p.team_id where p.id = ${personId}::uuid`
  return row
}

/** Their roles, the newest first. `today`: ISO date. */
export const rolesHeld = (db: Database, personId: string, today: string): Promise<RoleHeld[]> => db.$queryRaw<
  RoleHeld[]
>`
  select g.id::text, g.source, g.from_on <= ${today}::date and coalesce(g.to_on >= ${today}::date, true) as now, g.role, t.name as team, g.from_on::text as from, g.to_on::text as to
  from role_grant g left join team t on t.id = g.team_id where g.person_id = ${personId}::uuid and coalesce(g.to_on >= g.from_on, true)
  order by g.to_on is not null, g.from_on desc, g.role, g.id limit 100`

/** The cases they hold, as far as the reader may open them. */
export const casesHeld = (db: Database, reader: Reader, personId: string, most: number): Promise<HeldCase[]> =>
  db.$queryRaw<HeldCase[]>`
  select c.ref, count(*) filter (where h.role = 'allocated-worker')::int as worked, count(*) filter (where h.role = 'chair')::int as chaired
  from case_holder h join case_file c on c.id = h.case_id
  where h.person_id = ${personId}::uuid and c.open and ${readableCases(reader)} group by c.id, c.ref order by c.ref limit ${most}`
