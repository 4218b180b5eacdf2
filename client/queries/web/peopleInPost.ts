import type { LocalDate } from '@js-joda/core'
import type { Database } from '../../../prisma/database'

export interface PersonInPost {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
  readonly team: string | null
}

/** Everybody in post on a day, by team and name. For the demo's page of whom to be. */
export const peopleInPost = (db: Database, day: LocalDate): Promise<PersonInPost[]> => db.$queryRaw<PersonInPost[]>`
  select p.id::text, p.name, p.job_title as "jobTitle", t.name as team from person p left join team t on t.id = p.team_id
  where p.left_on is null or p.left_on > ${day.toString()}::date
  order by t.name nulls first, p.job_title, p.name, p.id`
