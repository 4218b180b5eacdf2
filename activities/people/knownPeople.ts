import { LocalDate } from '@js-joda/core'
import type { KnownPerson } from '../../domain/access/whoStandsFor'
import type { Everybody } from './loadPeople'

/** Everybody as the rules about who stands for a case see them on one day. */
export const knownPeople = ({ people }: Pick<Everybody, 'people'>, day: LocalDate): readonly KnownPerson[] =>
  people.map(({ id, left_on, roles }) => ({
    id,
    active: left_on === null || LocalDate.parse(left_on).isAfter(day),
    roles,
    mayOpen: true, // no case is restricted yet: docs/guarantees.md
  }))

/** The team above each team. */
export const parentsOf = ({ teams }: Pick<Everybody, 'teams'>): ReadonlyMap<string, string | null> =>
  new Map(teams.map((team) => [team.id, team.parent_id]))
