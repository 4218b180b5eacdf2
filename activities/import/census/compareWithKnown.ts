import type { Finding } from '../finding'
import type { ImportedEvent } from '../imported'
import type { KnownCase, KnownEvent } from './knownCase'
import { matchEvents } from './matchEvents'
import type { EventPlace } from './numberedEvents'
import type { CensusFamily } from './censusFamily'
import type { Place } from './recordReader'
import { thingOf } from './thingOf'
import { toldValue } from './toldValue'

export interface Comparison {
  /** What the live extract does not reach back to: to be taken from the census. They name only each other. */
  readonly toTake: readonly ImportedEvent[]
  readonly disagreements: readonly Finding[]
}

/**
 * Where a child of a census and what the live extract gave for it say different things. From its first event of the child on, the live
 * extract is the whole record and wins; what lies before is history that only the census has. Nothing known: everything is taken.
 */
export function compareWithKnown(family: CensusFamily, known: KnownCase): Comparison {
  const ids = new Set(family.children.map(({ id }) => id))
  const live = known.events.filter(({ children }) => children.some((child) => ids.has(child)))
  const since = live.map(({ on }) => on).sort()[0]
  const { pairs, here, there } = matchEvents(family.events, live, family.assumed)
  const isHistory = ({ on }: ImportedEvent): boolean => since === undefined || on < since
  const apart = pairs.filter(([mine, other]) => {
    const [a, b] = [toldValue(mine), toldValue(other)]
    return a !== '' && b !== '' && a !== b
  })
  return {
    toTake: here.filter(isHistory),
    disagreements: [
      ...birthDays(family, known),
      ...apart.map(([mine, other]) =>
        disagreement(family, placeOf(family, mine, 'value'), toldValue(mine), `says ${toldValue(other)}`),
      ),
      ...here
        .filter((event) => !isHistory(event))
        .map((event) => disagreement(family, placeOf(family, event, 'day'), event.on, instead(event, there))),
    ],
  }
}

function birthDays(family: CensusFamily, known: KnownCase): readonly Finding[] {
  return family.children.flatMap(({ id, bornOn }) => {
    const live = known.children.find((child) => child.id === id)
    if (live === undefined || bornOn === null || live.bornOn === bornOn) return []
    const there = live.bornOn === null ? 'has no date of birth' : `says ${live.bornOn}`
    return [disagreement(family, family.bornAt, bornOn, there)]
  })
}

const placeOf = ({ places }: CensusFamily, { id }: ImportedEvent, of: keyof EventPlace): Place | undefined =>
  places.get(id)?.[of]

/** What the live extract has in place of an event. */
function instead(event: ImportedEvent, live: readonly KnownEvent[]): string {
  const days = live.filter((other) => thingOf(other) === thingOf(event)).map(({ on }) => on)
  const [nearest] = days.sort((a, b) => distance(a, event.on) - distance(b, event.on))
  return nearest === undefined ? 'has no such record' : `says ${nearest}`
}

const disagreement = (family: CensusFamily, place: Place | undefined, here: string, there: string): Finding => ({
  kind: 'sources-disagree',
  file: family.file,
  line: place?.line ?? null,
  record: family.children[0]?.sourceId ?? null,
  field: place?.field ?? null,
  problem: `The census says ${here}, the live extract ${there}. The live extract stands; check which is right, and correct the other.`,
  taken: 'warning',
})

const distance = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b))
