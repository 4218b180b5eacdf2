import type { LocalDate } from '@js-joda/core'
import { Prisma } from '../../../prisma/generated/client'
import type { Database } from '../../../prisma/database'
import { rowsOf } from '../../../prisma/rowsOf'

/** A role somebody holds, or will. Days are ISO dates. */
export interface RoleHeld {
  readonly role: string
  readonly team: string | null
  readonly from_on: string
  readonly to_on: string | null
}

/** Somebody's absence, or one they cover. */
export interface CoverHeld {
  readonly person: string
  readonly cover: string | null
  readonly mine: boolean
  readonly from_on: string
  readonly to_on: string | null
}

/** What somebody's own settings show. */
export interface SettingsOf {
  readonly email: string | null
  readonly roles: readonly RoleHeld[]
  readonly covers: readonly CoverHeld[]
  /** When the address of their calendar was made; null where there is none. ISO, with its offset. */
  readonly calendarSince: string | null
}

/** Of one person, in one round trip: what has not ended by this day. */
export async function settingsOf(db: Database, personId: string, today: LocalDate): Promise<SettingsOf> {
  const day = today.toString()
  const { person, roles, covers, feed } = await rowsOf<{
    person: { readonly email: string | null }
    roles: RoleHeld
    covers: CoverHeld
    feed: { readonly made_at: string }
  }>(db, {
    person: Prisma.sql`select email from person where id = ${personId}::uuid`,
    roles: Prisma.sql`
      select g.role, t.name as team, g.from_on::text, g.to_on::text from role_grant g left join team t on t.id = g.team_id
      where g.person_id = ${personId}::uuid and (g.to_on is null or g.to_on >= ${day}::date) order by g.from_on, g.role, g.id`,
    covers: Prisma.sql`
      select p.name as person, c.name as cover, v.person_id = ${personId}::uuid as mine, v.from_on::text, v.to_on::text
      from cover v join person p on p.id = v.person_id left join person c on c.id = v.cover_id
      where v.ended_at is null and (v.to_on is null or v.to_on >= ${day}::date) and ${personId}::uuid in (v.person_id, v.cover_id)
      order by v.from_on, v.id`,
    feed: Prisma.sql`select made_at from feed_token where person_id = ${personId}::uuid and revoked_at is null order by made_at desc limit 1`,
  })
  return { email: person[0]?.email ?? null, roles, covers, calendarSince: feed[0]?.made_at ?? null }
}
