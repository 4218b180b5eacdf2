import type { LocalDate } from '@js-joda/core'
import { coveredBy } from '../../domain/access/standIn'
import type { KnownPerson } from '../../domain/access/whoStandsFor'
import { knownPeople, parentsOf } from '../../activities/people/knownPeople'
import { loadPeople, type PersonRow } from '../../activities/people/loadPeople'
import type { Database, Transaction } from '../../prisma/database'

/** Everybody on a day, for a command about people and not about one case. */
export interface PeopleAt {
  /** Undefined for an id nobody has. */
  byId(id: string): (KnownPerson & Pick<PersonRow, 'name'>) | undefined
  /** In whose place somebody stands on that day. */
  coveredBy(person: KnownPerson): readonly KnownPerson[]
  readonly parents: ReadonlyMap<string, string | null>
}

export async function peopleAt(tx: Transaction | Database, day: LocalDate): Promise<PeopleAt> {
  const everybody = await loadPeople(tx, day.toString())
  const known = knownPeople(everybody, day, null)
  return {
    byId: (id) => {
      const person = known.find((one) => one.id === id)
      return person === undefined
        ? undefined
        : { ...person, name: everybody.people.find((one) => one.id === id)?.name ?? id }
    },
    coveredBy: (person) => coveredBy(person, known),
    parents: parentsOf(everybody),
  }
}
