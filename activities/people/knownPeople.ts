import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import type { KnownPerson } from '../../domain/access/whoStandsFor'
import type { Everybody } from './loadPeople'

/**
 * Everybody as the rules about who stands for a case see them on one day. `caseId`: the case that is asked about; null where none is, or where it
 * is not in the database yet.
 */
export function knownPeople(
  { people, covers, restricted }: Pick<Everybody, 'people' | 'covers' | 'restricted'>,
  day: LocalDate,
  caseId: string | null,
): readonly KnownPerson[] {
  const away = new Map(covers.map(({ person_id, cover_id, reason }) => [person_id, { reason, by: cover_id }]))
  const access = restricted.find((one) => one.case_id === caseId)?.people
  return people.map(({ id, left_on, roles }) => {
    const awayNow = away.get(id)
    return {
      id,
      active: left_on === null || isoDay(left_on).isAfter(day),
      ...(awayNow === undefined ? {} : { away: awayNow }),
      roles,
      mayOpen: access === undefined || access.includes(id),
    }
  })
}

/** The team above each team. */
export const parentsOf = ({ teams }: Pick<Everybody, 'teams'>): ReadonlyMap<string, string | null> =>
  new Map(teams.map((team) => [team.id, team.parent_id]))
