import { rolesWith } from './permissions'
import type { KnownPerson } from './whoStandsFor'

/** Why somebody is away. */
export type AwayReason = 'leave' | 'sickness' | 'other'

/** Somebody is away today; `by`: who covers for them, null for nobody. */
export interface Away {
  readonly reason: AwayReason
  readonly by: string | null
}

/** Sickness is nobody's business but the manager's: a mail says no more than that somebody is away. */
export const awayWords = (reason: AwayReason): string => (reason === 'leave' ? 'on leave' : 'away')

/** Police are told of safety plans and cautions alone: they cover for police and for nobody else. Source: handbook, section 1. */
export const mayCoverFor = (cover: Pick<KnownPerson, 'roles'>, person: Pick<KnownPerson, 'roles'>): boolean =>
  !isPolice(cover) || isPolice(person)

const isPolice = ({ roles }: Pick<KnownPerson, 'roles'>): boolean =>
  roles.length > 0 && roles.every(({ role }) => rolesWith('follow-police-track').has(role))

export interface StandIn {
  /** Whoever is here in their place; null when nobody is. */
  readonly person: KnownPerson | null
  /** How many covers lead to them: 0, they are here themselves. */
  readonly steps: number
}

/**
 * Who is here today in the place of a person: they themselves, or whoever covers for them, or who covers for that one. A cover who has left ends it,
 * and so does a circle. Whether that person may open a case is not asked here.
 */
export function standInFor(person: KnownPerson, people: readonly KnownPerson[]): StandIn {
  const met = new Set<string>()
  let here: KnownPerson | undefined = person
  for (let steps = 0; here?.active === true && !met.has(here.id); steps += 1) {
    if (here.away === undefined) return { person: here, steps }
    met.add(here.id)
    const away: KnownPerson = here
    const cover: KnownPerson | undefined = people.find(({ id }) => id === away.away?.by)
    here = cover !== undefined && mayCoverFor(cover, person) ? cover : undefined
  }
  return { person: null, steps: met.size }
}

/** Everybody who is in post and in whose place this person stands today, the person not among them. */
export const coveredBy = (person: KnownPerson, people: readonly KnownPerson[]): readonly KnownPerson[] =>
  people.filter((other) => other.id !== person.id && standInFor(other, people).person?.id === person.id)
