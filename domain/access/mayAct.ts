import { isPoliceKind, isPoliceRule, POLICE } from './policeTrack'
import type { Role } from './role'
import { receives, SERVES_EVERYWHERE } from './candidates'
import { teamsAbove } from './teamsAbove'
import type { AroundCase, KnownPerson } from './whoStandsFor'

/** A case as far as it decides who may act on it. */
export type Reach = Pick<AroundCase, 'teamId' | 'parents' | 'receivingTeamId'> & {
  /** The worker and the chair of each child. */
  readonly holders: ReadonlySet<string>
}

/** Reviewing officers chair for every team; a case's own is told. */
const ACTS_EVERYWHERE: ReadonlySet<Role> = new Set([...SERVES_EVERYWHERE, 'independent-reviewing-officer'])
/** Those who answer for a team's cases as its managers. */
export const MANAGERS: ReadonlySet<Role> = new Set(['team-manager', 'service-manager', 'head-of-service', 'director'])
const RUN_THE_AUTHORITY: ReadonlySet<Role> = new Set([
  'administrator',
  'service-manager',
  'head-of-service',
  'director',
])

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
  const roles = person.roles.filter((held) => counts(held, reach, ACTS_EVERYWHERE))
  if (reach.holders.has(person.id) || roles.some(({ role }) => !POLICE.has(role))) return 'everything'
  if (roles.length > 0) return 'police-track'
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
export const isManagerOf = (
  person: KnownPerson,
  reach: Pick<Reach, 'teamId' | 'parents'>,
  covered: readonly KnownPerson[] = [],
): boolean => holdsOneOf(MANAGERS, { person, reach, covered })

interface Holding {
  readonly person: KnownPerson
  readonly reach: Pick<Reach, 'teamId' | 'parents'>
  /** Whom they cover for today. */
  readonly covered: readonly KnownPerson[]
}

/** Whether this person, or somebody they cover for, holds one of these roles over the case. */
export const holdsOneOf = (wanted: ReadonlySet<Role>, { person, reach, covered }: Holding): boolean =>
  inReach(person) &&
  [person, ...covered].some(({ roles }) =>
    roles.some((held) => wanted.has(held.role) && counts(held, reach, SERVES_EVERYWHERE)),
  )

/** Whether this person answers for what concerns the whole authority: everybody's mail, every case's facts. */
export const runsAuthority = (person: KnownPerson): boolean =>
  person.active && person.roles.some(({ role }) => RUN_THE_AUTHORITY.has(role))

const inReach = ({ active, mayOpen }: KnownPerson): boolean => active && mayOpen

const counts = (
  { role, teamId }: KnownPerson['roles'][number],
  reach: Pick<Reach, 'teamId' | 'parents'>,
  everywhere: ReadonlySet<Role>,
): boolean => teamId === null || everywhere.has(role) || teamsAbove(reach.teamId, reach.parents).includes(teamId)
