import type { Finding } from '../finding'
import type { ImportedEvent } from '../imported'
import { thingOf } from './numberedEvents'
import type { CensusFamily } from './readCensus'

/** What of an event is compared. */
export type KnownEvent = Pick<ImportedEvent, 'kind' | 'on' | 'children' | 'data'>

export interface Comparison {
  /** What the live extract does not reach back to: to be taken from the census. */
  readonly toTake: readonly ImportedEvent[]
  readonly disagreements: readonly Finding[]
}

/** What a census itself says of an event beside its day; the rest is worked out from other records. */
const TOLD_FIELDS: Readonly<Record<string, { readonly field: string; readonly element: string }>> = {
  'referral-received': { field: 'source', element: 'ReferralSource' },
  'case-closed': { field: 'reason', element: 'ReasonForClosure' },
  'plan-started/cpp': { field: 'category', element: 'InitialCategoryOfAbuse' },
}

/**
 * Where a child of a census and the events the live extract gave for it say different things. From its first event of the child on, the
 * live extract is the whole record and wins; what lies before is history that only the census has. Nothing known: everything is taken.
 */
export function compareWithKnown(family: CensusFamily, knownEvents: readonly KnownEvent[]): Comparison {
  const ids = new Set(family.children.map(({ id }) => id))
  const known = knownEvents.filter(({ children }) => children.some((child) => ids.has(child)))
  const since = known.map(({ on }) => on).sort()[0]
  const left = new Map<string, KnownEvent[]>()
  for (const event of known) left.set(thingOf(event), [...(left.get(thingOf(event)) ?? []), event])
  const unmatched: ImportedEvent[] = []
  const differences: Finding[] = []
  for (const event of family.events) {
    const thing = thingOf(event)
    const others = left.get(thing) ?? []
    const match = others.find((other) => sameFact(event, other, family.assumed.has(event.id)))
    if (match === undefined) {
      unmatched.push(event)
      continue
    }
    left.set(
      thing,
      others.filter((other) => other !== match),
    )
    const told = TOLD_FIELDS[thing]
    if (told === undefined) continue
    const [here, there] = [valueOf(event, told.field), valueOf(match, told.field)]
    if (here !== '' && there !== '' && here !== there)
      differences.push(finding(family, event, told.element, `says ${here}, the live extract says ${there}`))
  }
  const isHistory = ({ on }: ImportedEvent): boolean => since === undefined || on < since
  for (const event of unmatched) {
    if (isHistory(event) || family.assumed.has(event.id)) continue
    const nearest = nearestTo(event.on, left.get(thingOf(event)) ?? [])
    const there = nearest === undefined ? 'has no such record' : `says ${nearest.on}`
    differences.push(finding(family, event, null, `says ${event.on}, the live extract ${there}`))
  }
  return { toTake: unmatched.filter(isHistory), disagreements: differences }
}

/** The findings of `compareWithKnown`. */
export const disagreements = (family: CensusFamily, knownEvents: readonly KnownEvent[]): readonly Finding[] =>
  compareWithKnown(family, knownEvents).disagreements

/** A day the census does not give is the live extract's to say: such an event is the same on any day from then on. */
const sameFact = (event: ImportedEvent, other: KnownEvent, assumed: boolean): boolean =>
  assumed ? other.on >= event.on && valueOf(event, 'outcome') === valueOf(other, 'outcome') : other.on === event.on

function valueOf({ data }: { readonly data: object }, field: string): string {
  const value = (data as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : ''
}

function finding(family: CensusFamily, event: ImportedEvent, element: string | null, what: string): Finding {
  const place = family.places.get(event.id)
  return {
    file: family.file,
    line: place?.line ?? null,
    record: family.children[0]?.sourceId ?? null,
    field: element ?? place?.field ?? null,
    problem: `The census ${what}. The live extract stands; check which is right, and correct the other.`,
    taken: 'warning',
  }
}

const nearestTo = (day: string, events: readonly KnownEvent[]): KnownEvent | undefined =>
  [...events].sort((a, b) => distance(a.on, day) - distance(b.on, day))[0]

const distance = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b))
