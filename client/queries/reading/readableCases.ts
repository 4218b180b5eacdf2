import { teamsHeld } from '../../../domain/access/holds'
import { teamsBelow } from '../../../domain/access/teamsBelow'
import { Prisma } from '../../../prisma/generated/client'
import type { Reader } from './loadReader'

/**
 * A condition on `case_file c`: this person may read the case as a whole. In post; holding it, or a role that counts for it, themselves or in the place of one they
 * cover for; and not kept out by a restriction, which a cover does not lift. As `scopeOn` says of one case; who holds it as `case_holder` keeps it.
 */
export const readableCases = (reader: Reader): Prisma.Sql => {
  if (!reader.active) return Prisma.sql`false`
  if (reader.everywhere) return openTo(reader)
  // An array asked for once: both sides of the `or` then find their rows by an index.
  return Prisma.sql`((c.team_id = any(${[...reader.teamIds]}::uuid[])
    or c.id = any(array(select h.case_id from case_holder h where h.person_id = any(${[...reader.holderIds]}::uuid[])))) and ${openTo(reader)})`
}

/** The same of the police track: the cases for whose team they, or one they cover for, hold a police role. Of those, safety plan and cautions are shown, and nothing else. */
export const policeCases = (reader: Reader): Prisma.Sql => {
  if (!reader.active) return Prisma.sql`false`
  const held = teamsHeld(reader, 'follow-police-track', reader.covers)
  if (held === 'everywhere') return openTo(reader)
  return Prisma.sql`(c.team_id = any(${[...teamsBelow(held, reader.parents)]}::uuid[]) and ${openTo(reader)})`
}

/** On `case_file c`: no restriction keeps this person out of it. */
export const openTo = ({ id, day }: Pick<Reader, 'id' | 'day'>): Prisma.Sql => Prisma.sql`not exists (
    select from case_restriction r where r.case_id = c.id and r.lifted_at is null and not exists (
      select from case_access a where a.case_id = r.case_id and a.person_id = ${id}::uuid and a.revoked_at is null
        and a.from_on <= ${day.toString()}::date and (a.to_on is null or a.to_on >= ${day.toString()}::date)))`
