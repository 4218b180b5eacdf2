import type { LocalDate } from '@js-joda/core'
import { loadFacts } from '../../../activities/planning/loadFacts'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import type { ReadableCase } from '../reading/readableCase'

export interface ChildOfCase {
  readonly id: string
  readonly forename: string
  readonly surname: string
}

/** What a form about a fact of this case offers to choose from. */
export interface Recordable {
  readonly children: readonly ChildOfCase[]
  /** In post, by name. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly job_title: string }[]
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly facts: CaseFacts
}

/** Children and facts of a case, people in post, teams. For a page about this one case. */
export async function recordable(db: Database, about: ReadableCase, today: LocalDate): Promise<Recordable> {
  const [facts, rest] = await Promise.all([
    loadFacts(db, about),
    rowsOf<{ children: ChildOfCase; people: Recordable['people'][number]; teams: Recordable['teams'][number] }>(db, {
      children: Prisma.sql`select id, forename, surname from child where case_id = ${about.id}::uuid order by born_on, id`,
      people: Prisma.sql`select id, name, job_title from person where left_on is null or left_on > ${today.toString()}::date order by name, id`,
      teams: Prisma.sql`select id, name from team order by name`,
    }),
  ])
  return { ...rest, facts }
}
