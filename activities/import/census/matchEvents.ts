import type { ImportedEvent } from '../imported'
import type { KnownEvent } from './knownCase'
import { thingOf } from './thingOf'
import { toldValue } from './toldValue'

export interface Matched {
  /** The same fact from both. */
  readonly pairs: readonly (readonly [here: ImportedEvent, there: KnownEvent])[]
  /** Only in the census. */
  readonly here: readonly ImportedEvent[]
  /** Only in the live extract. */
  readonly there: readonly KnownEvent[]
}

type Rule = (here: ImportedEvent, there: KnownEvent, dayIsAssumed: boolean) => boolean

const sameDay: Rule = (here, there, dayIsAssumed) => !dayIsAssumed && here.on === there.on
/** A day the census does not give is the live extract's to say: it may be any from then on. */
const sameOrLater: Rule = (here, there, dayIsAssumed) => dayIsAssumed && here.on <= there.on
const andValue =
  (rule: Rule): Rule =>
  (here, there, dayIsAssumed) =>
    rule(here, there, dayIsAssumed) && toldValue(here) === toldValue(there)

/** The surest first, so that of two events of a day each finds its own. */
const RULES: readonly Rule[] = [andValue(sameDay), sameDay, andValue(sameOrLater), sameOrLater]

/** Finds for each event of a census the event of the live extract that says the same, each at most once. `assumed`: ids of events whose day is not told. */
export function matchEvents(
  census: readonly ImportedEvent[],
  live: readonly KnownEvent[],
  assumed: ReadonlySet<string>,
): Matched {
  const pairs: (readonly [ImportedEvent, KnownEvent])[] = []
  const there = [...live].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let here = census
  for (const rule of RULES)
    here = here.filter((event) => {
      const at = there.findIndex(
        (other) => thingOf(other) === thingOf(event) && rule(event, other, assumed.has(event.id)),
      )
      const [match] = at < 0 ? [] : there.splice(at, 1)
      if (match !== undefined) pairs.push([event, match])
      return match === undefined
    })
  return { pairs, here, there }
}
