import { rolesWith } from './permissions'
import { SERVES_EVERYWHERE, type Role } from './role'
import { teamsAbove } from './teamsAbove'
import type { AroundCase, KnownPerson } from './whoStandsFor'

/**
 * Everybody who holds a role for a case, the nearest first: its own team, the teams above it, the whole authority; for a handover, the manager of the
 * team it goes to. Of one team by the order of `people`, so that the answer is always the same. Also who has left, is away, or may not open it.
 */
export function candidates(role: Role, around: AroundCase): readonly KnownPerson[] {
  const { people } = around
  if (role === 'social-worker') return people.filter(({ id }) => id === around.allocatedWorker)
  if (role === 'independent-reviewing-officer') return people.filter(({ id }) => id === around.chair)
  const receiving = role === 'receiving-team-manager' ? people.filter((person) => receives(person, around)) : []
  const near = teamsAbove(around.teamId, around.parents).flatMap((level) =>
    people.filter(({ roles }) => roles.some((held) => held.role === role && held.teamId === level)),
  )
  const everywhere = people.filter(({ roles }) =>
    roles.some((held) => held.role === role && (held.teamId === null || SERVES_EVERYWHERE.has(role))),
  )
  return [...new Set([...receiving, ...near, ...everywhere])]
}

/** Whether this person manages the team to which the case is being handed. */
export const receives = (
  { roles }: Pick<KnownPerson, 'roles'>,
  { receivingTeamId = null }: Pick<AroundCase, 'receivingTeamId'>,
): boolean =>
  receivingTeamId !== null &&
  roles.some(({ role, teamId }) => rolesWith('accept-handover').has(role) && teamId === receivingTeamId)
