import { receives } from './candidates'
import { holdsFor, type OfTeam } from './holds'
import type { Permission } from './permissions'
import { isPoliceKind, isPoliceRule } from './policeTrack'
import { SERVES_EVERYWHERE, type Role } from './role'
import { teamsAbove } from './teamsAbove'
import type { AroundCase, KnownPerson } from './whoStandsFor'

/** A case as far as it decides who may act on it. */
export type Reach = Pick<AroundCase, 'teamId' | 'parents' | 'receivingTeamId'> & {
  /** The worker and the chair of each child. */
  readonly holders: ReadonlySet<string>
}

/** How much of a case somebody may act on. */
export type Scope = 'everything' | 'police-track' | 'handover' | 'nothing'

/**
 * How much of a case this person may act on: in post, and holding it, or holding a role in its team, in one above it, or for the whole authority.
 * Whoever holds nothing but a police role has the police track alone; who manages the team to which it is being handed, the handover.
 * `covered`: in whose place they stand today. They act as these people do, on what they may open themselves: a cover brings no access.
 */
export function scopeOn(person: KnownPerson, reach: Reach, covered: readonly KnownPerson[] = []): Scope {
  if (!inReach(person)) return 'nothing'
  const scopes = [person, ...covered].map((one) => scopeOfOne(one, reach))
  return WIDEST_FIRST.find((scope) => scopes.includes(scope)) ?? 'nothing'
}

const WIDEST_FIRST: readonly Scope[] = ['everything', 'police-track', 'handover']

function scopeOfOne(person: KnownPerson, reach: Reach): Scope {
  // Whoever is covered for may be away, and is in post: `coveredBy` names no other.
  const has = (permission: Permission): boolean => holdsFor(permission, reach, { person, covered: [] })
  if (reach.holders.has(person.id) || has('work-on-cases')) return 'everything'
  if (has('follow-police-track')) return 'police-track'
  return receives(person, reach) ? 'handover' : 'nothing'
}

/** Whether a scope takes in recording an event of this kind. */
export const mayRecord = (scope: Scope, kind: string): boolean =>
  scope === 'everything' ||
  (scope === 'police-track' && isPoliceKind(kind)) ||
  (scope === 'handover' && kind === 'handover-accepted')

/** Whether a scope takes in alerts about this rule's matters. */
export const mayAnswer = (scope: Scope, rule: string): boolean =>
  scope === 'everything' ||
  (scope === 'police-track' && isPoliceRule(rule)) ||
  (scope === 'handover' && rule === 'handover')

/** Whether this person may act on a case at all. Whoever `whoStandsFor` can name may: who is told may answer. */
export const mayAct = (person: KnownPerson, reach: Reach, covered: readonly KnownPerson[] = []): boolean =>
  scopeOn(person, reach, covered) !== 'nothing'

/** Whether this person answers for the case as one of its managers, or in the place of one. */
export const isManagerOf = (person: KnownPerson, reach: OfTeam, covered: readonly KnownPerson[] = []): boolean =>
  holdsOver('manage-team', { person, reach, covered })

interface Holding {
  readonly person: KnownPerson
  readonly reach: OfTeam
  /** Whom they cover for today. */
  readonly covered: readonly KnownPerson[]
}

/** Whether this person holds a permission over the case, or in the place of somebody who does, and may open it. */
export const holdsOver = (permission: Permission, { person, reach, covered }: Holding): boolean =>
  inReach(person) && holdsFor(permission, reach, { person, covered })

/** Whether this person, or somebody they cover for, holds one of these roles over the case: those of a ladder, which an authority chooses. */
export const holdsOneOf = (wanted: ReadonlySet<Role>, { person, reach, covered }: Holding): boolean =>
  inReach(person) &&
  [person, ...covered].some(({ roles }) => roles.some((held) => wanted.has(held.role) && counts(held, reach)))

const inReach = ({ active, mayOpen }: KnownPerson): boolean => active && mayOpen

const counts = ({ role, teamId }: KnownPerson['roles'][number], { teamId: of, parents }: OfTeam): boolean =>
  teamId === null || SERVES_EVERYWHERE.has(role) || teamsAbove(of, parents).includes(teamId)
