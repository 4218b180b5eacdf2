import { candidates } from './candidates'
import type { Role } from './role'
import { awayWords, standInFor, type Away } from './standIn'

export interface KnownPerson {
  readonly id: string
  /** In post on the day. */
  readonly active: boolean
  /** Missing while they are here. */
  readonly away?: Away
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

/** Somebody in post who would have stood for the role, and may not open the case. */
export interface ClosedTo {
  readonly person: string
  readonly role: Role
  readonly why: string
}

export interface Found {
  readonly person: string
  /** For the list on the case: why it is this person. */
  readonly why: string
}

export interface Standing {
  /** Null: nobody who may be told is left. */
  readonly found: Found | null
  /** Who would have stood there, were the case not restricted: an administrator has to know. */
  readonly closedTo: readonly ClosedTo[]
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
 * The person who stands for a role on this case today: in post, here or covered for, and allowed to open it. A cover brings no access to a restricted
 * case. Where there is nobody the next role is asked, and the reason says so. Null only when nobody up to the authority's administrators is left who may be told.
 */
export const whoStandsFor = (role: Role, around: AroundCase): Found | null => standing(role, around).found

/** The same, and who was passed over also where nobody is left. */
export function standing(role: Role, around: AroundCase): Standing {
  const skipped = new Set<string>()
  const closedTo: ClosedTo[] = []
  for (let asked: Role | null = role; asked !== null; asked = INSTEAD[asked]) {
    const able = candidates(asked, around).filter(({ active }) => active)
    for (const person of able) {
      const tried = tryOne(asked, person, around)
      if ('why' in tried) return { found: { person: tried.person, why: tried.why + because(skipped) }, closedTo }
      skipped.add(tried.not)
      if (tried.closed !== undefined) closedTo.push({ person: tried.closed, role: asked, why: tried.not })
    }
    if (able.length === 0) skipped.add(`no ${words(asked)} who is in post and may open it`)
  }
  return { found: null, closedTo }
}

/** Why this person is told; or why not, and to whom the case is closed where that is the reason. */
type Tried = { readonly person: string; readonly why: string } | { readonly not: string; readonly closed?: string }

function tryOne(role: Role, person: KnownPerson, around: AroundCase): Tried {
  const name = `the ${words(role)}`
  if (person.away === undefined) {
    if (!person.mayOpen) return { not: `${name} has no access to this restricted case`, closed: person.id }
    if (around.toldBelow?.has(person.id) === true) return { not: `${name} was told on the step below` }
    if (around.unreachable?.has(person.id) === true) return { not: `mail to ${name} does not arrive` }
    return { person: person.id, why: `${words(role)} of this case` }
  }
  const away = `${name} is ${awayWords(person.away.reason)}`
  const { person: cover, steps } = standInFor(person, around.people)
  if (cover === null) return { not: `${away} and nobody covers` }
  if (!cover.mayOpen) return { not: `${away}, and who covers has no access to this restricted case`, closed: cover.id }
  if (around.toldBelow?.has(cover.id) === true) return { not: `${away}, and who covers was told on the step below` }
  if (around.unreachable?.has(cover.id) === true) return { not: `${away}, and mail to who covers does not arrive` }
  return {
    person: cover.id,
    why: `covers for ${'the cover of '.repeat(steps - 1)}${name}, who is ${awayWords(person.away.reason)}`,
  }
}

const because = (skipped: ReadonlySet<string>): string => (skipped.size === 0 ? '' : ` (${[...skipped].join(', ')})`)

const words = (role: Role): string => role.replaceAll('-', ' ')
