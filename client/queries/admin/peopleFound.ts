import type { Database } from '../../../prisma/database'

export interface PersonFound {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
  readonly team: string | null
  readonly leftOn: string | null
}

interface Asked {
  /** Part of a name, of a job, or a staff number; empty: everybody. */
  readonly text: string
  readonly offset: number
  readonly most: number
}

/** People by name, those in post first. */
export const peopleFound = (db: Database, { text, offset, most }: Asked): Promise<PersonFound[]> => db.$queryRaw<
  PersonFound[]
>`
  select p.id::text, p.name, p.job_title as "jobTitle", t.name as team, p.left_on::text as "leftOn"
  from person p left join team t on t.id = p.team_id
  where ${text} = '' or position(lower(${text}) in lower(p.name)) > 0 or position(lower(${text}) in lower(p.job_title)) > 0
    or split_part(p.email, '@', 1) = lower(${text})
  order by p.left_on is not null, p.name, p.id limit ${most} offset ${offset}`
