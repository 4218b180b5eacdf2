import { everywhereWith, grantOf, rolesWith, type Permission } from './permissions'
import { teamsAbove } from './teamsAbove'
import type { KnownPerson } from './whoStandsFor'

/** Where on the tree of teams something lies. */
export interface OfTeam {
  readonly teamId: string | null
  readonly parents: ReadonlyMap<string, string | null>
}

/** Who asks, and in whose place they stand today. */
interface Asking {
  readonly person: KnownPerson
  readonly covered: readonly KnownPerson[]
}

/** Whether this person, in post, holds a permission anywhere, themselves or in the place of one they cover for. Which case is another question. */
export const holds = (person: KnownPerson, permission: Permission, covered: readonly KnownPerson[] = []): boolean =>
  person.active &&
  (grantOf(permission).roles === 'anybody' ||
    inPlaceOf(permission, { person, covered }).some(({ roles }) =>
      roles.some(({ role }) => rolesWith(permission).has(role)),
    ))

/**
 * For which teams they hold it: by id, or the whole authority. Of one that reaches a team, the teams below are not named here: `teamsBelow` adds them. None of
 * a permission that concerns no team (`any`).
 */
export function teamsHeld(
  person: KnownPerson,
  permission: Permission,
  covered: readonly KnownPerson[] = [],
): ReadonlySet<string> | 'everywhere' {
  if (!person.active) return new Set()
  const held = inPlaceOf(permission, { person, covered })
    .flatMap(({ roles }) => roles)
    .filter(({ role }) => rolesWith(permission).has(role))
  const { reach } = grantOf(permission)
  const isEverywhere = ({ role, teamId }: (typeof held)[number]): boolean =>
    everywhereWith(permission).has(role) || (reach === 'team' && teamId === null)
  if (held.some(isEverywhere)) return 'everywhere'
  return new Set(held.flatMap(({ teamId }) => teamId ?? []))
}

/** Whether they hold it for what belongs to this team. Whether they may open the case is asked before. */
export function holdsFor(permission: Permission, { teamId, parents }: OfTeam, { person, covered }: Asking): boolean {
  const teams = teamsHeld(person, permission, covered)
  if (teams === 'everywhere') return true
  const line = grantOf(permission).reach === 'own-team' ? [teamId] : teamsAbove(teamId, parents)
  return line.some((team) => team !== null && teams.has(team))
}

/** Whoever covers acts as those they cover for, where the permission passes. */
const inPlaceOf = (permission: Permission, { person, covered }: Asking): readonly KnownPerson[] =>
  grantOf(permission).cover === 'passes' ? [person, ...covered] : [person]
