import type { Database } from '../../prisma/database'

export interface KnownAs {
  readonly id: string
  readonly name: string
  readonly job_title: string
}

/** The people a text may mean: an id, an upstream id, a staff number (the part of the address before the @), or part of a name. */
export const findPerson = (db: Database, text: string): Promise<KnownAs[]> => db.$queryRaw<KnownAs[]>`
  select id, name, job_title from person
  where id::text = ${text} or source_id = ${text} or split_part(email, '@', 1) = lower(${text}) or name ilike '%' || ${text} || '%' order by name, id`
