import type { Role } from './role'
import { teamsAbove } from './teamsAbove'

export interface KnownPerson {
  readonly id: string
  /** In post on the day. */
  readonly active: boolean
  readonly roles: readonly { readonly role: Role; readonly teamId: string | null }[]
  /** May open this case. */
  readonly mayOpen: boolean
}

export interface AroundCase {
  readonly people: readonly KnownPerson[]
  readonly allocatedWorker: string | null
  readonly chair: string | null
  readonly teamId: string | null
  /** The team to which the case is being handed; null or missing when to none. */
  readonly receivingTeamId?: string | null
  /** The team above each team. */
  readonly parents: ReadonlyMap<string, string | null>
  /** Who was told on a rung below: the next person is asked instead. */
  readonly toldBelow?: ReadonlySet<string>
  /** Whose mail does not arrive: an alert goes to the next person. */
  readonly unreachable?: ReadonlySet<string>
}

export interface Found {
  readonly person: string
  /** For the list on the case: why it is this person. */
  readonly why: string
}

/** Who is asked instead when nobody stands for a role. The administrator is last. */
const INSTEAD: Readonly<Record<Role, Role | null>> = {
  'social-worker': 'team-manager',
  'team-manager': 'service-manager',
  'receiving-team-manager': 'team-manager',
  'service-manager': 'head-of-service',
  'head-of-service': 'director',
  director: 'administrator',
  'independent-reviewing-officer': 'conference-service',
  'conference-service': 'team-manager',
  'front-door-manager': 'service-manager',
  coordinator: 'team-manager',
  'detective-sergeant': 'team-manager',
  'police-officer': 'detective-sergeant',
  administrator: null,
}

/**
 * The person who stands for a role on this case today: in post, and allowed to open it. Where there is nobody the next role is asked, and the
 * reason says so. Null only when the authority has no administrator either.
 */
export function whoStandsFor(role: Role, around: AroundCase): Found | null {
  const skipped: string[] = []
  for (let asked: Role | null = role; asked !== null; asked = INSTEAD[asked]) {
    const first = holder(asked, around)
    const passedOver = first === undefined ? undefined : whyPassedOver(first, asked, around)
    const person = passedOver === undefined ? first : nextHolder(asked, around)
    if (passedOver !== undefined) skipped.push(passedOver)
    if (person !== undefined) {
      const because = skipped.length === 0 ? '' : ` (${skipped.join(', ')})`
      return { person: person.id, why: `${words(asked)} of this case${because}` }
    }
    if (first === undefined) skipped.push(`no ${words(asked)} who is in post and may open it`)
  }
  return null
}

function whyPassedOver({ id }: KnownPerson, role: Role, { toldBelow, unreachable }: AroundCase): string | undefined {
  if (toldBelow?.has(id) === true) return `the ${words(role)} was told on the rung below`
  return unreachable?.has(id) === true ? `mail to the ${words(role)} does not arrive` : undefined
}

const nextHolder = (role: Role, around: AroundCase): KnownPerson | undefined =>
  holder(role, {
    ...around,
    people: around.people.filter((person) => whyPassedOver(person, role, around) === undefined),
  })

const words = (role: Role): string => role.replaceAll('-', ' ')

function holder(role: Role, around: AroundCase): KnownPerson | undefined {
  const able = around.people.filter((person) => person.active && person.mayOpen)
  if (role === 'social-worker') return able.find((person) => person.id === around.allocatedWorker)
  if (role === 'independent-reviewing-officer') return able.find((person) => person.id === around.chair)
  if (role === 'receiving-team-manager') {
    const receiving = able.find((person) => receives(person, around))
    if (receiving !== undefined) return receiving
  }
  // The case's own team, then the teams above it, then whoever holds the role for the whole authority. By id, so that the answer is always the same.
  for (const level of teamsAbove(around.teamId, around.parents)) {
    const found = able.find((person) => person.roles.some((held) => held.role === role && held.teamId === level))
    if (found !== undefined) return found
  }
  return able.find((person) =>
    person.roles.some((held) => held.role === role && (held.teamId === null || SERVES_EVERYWHERE.has(role))),
  )
}

/** Whether this person manages the team to which the case is being handed. */
export const receives = (
  { roles }: Pick<KnownPerson, 'roles'>,
  { receivingTeamId = null }: Pick<AroundCase, 'receivingTeamId'>,
): boolean =>
  receivingTeamId !== null &&
  roles.some(
    ({ role, teamId }) => (role === 'team-manager' || role === 'receiving-team-manager') && teamId === receivingTeamId,
  )

/** Roles that serve the whole authority, whatever team holds them. */
export const SERVES_EVERYWHERE: ReadonlySet<Role> = new Set([
  'front-door-manager',
  'conference-service',
  'head-of-service',
  'director',
  'administrator',
])
