import type { LocalDate } from '@js-joda/core'
import { holds } from '../../../domain/access/holds'
import { ALL_PERMISSIONS, type Permission } from '../../../domain/access/permissions'
import type { KnownPerson } from '../../../domain/access/whoStandsFor'
import { coveredBy } from '../../../domain/access/standIn'
import { knownPeople, parentsOf } from '../../../activities/people/knownPeople'
import { loadPeople } from '../../../activities/people/loadPeople'
import type { Database } from '../../../prisma/database'

export interface Reader {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
  readonly teamId: string | null
  readonly person: KnownPerson
  readonly covers: readonly KnownPerson[]
  readonly parents: ReadonlyMap<string, string | null>
}

export async function loadReader(db: Database, personId: string, day: LocalDate): Promise<Reader | undefined> {
  const everybody = await loadPeople(db, day.toString())
  const known = knownPeople(everybody, day, null)
  const person = known.find(({ id }) => id === personId)
  if (person?.active !== true) return undefined
  const [row] = await db.$queryRaw<{ name: string; job_title: string; team_id: string | null }[]>`
    select name, job_title, team_id::text from person where id = ${personId}::uuid`
  return {
    ...{ id: personId, name: row?.name ?? '', jobTitle: row?.job_title ?? '', teamId: row?.team_id ?? null },
    ...{ person, covers: coveredBy(person, known), parents: parentsOf(everybody) },
  }
}

export const permissionsOf = (reader: Reader): ReadonlySet<Permission> =>
  new Set(ALL_PERMISSIONS.filter((one) => holds(reader.person, one, reader.covers)))
