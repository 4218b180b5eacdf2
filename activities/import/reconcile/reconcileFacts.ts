import type { NewEvent } from '../../chronology/appendEvents'
import type { Finding } from '../finding'
import type { ImportedEvent } from '../imported'
import { stableId } from '../stableId'
import { daysBetween } from './daysBetween'
import { disagreement, gone, movedAway, otherThanCensus } from './factFindings'
import { chains, type Chain, type Recorded } from './recorded'
import { agrees, concerns, contradiction, isOfTheDay, isUnchanged } from './sameFact'

/** Where an upstream record is in the extract that is being taken. */
export type Whereabouts =
  /** Among the rows of this case, and taken. */
  | 'taken'
  /** There, but it could not be taken or not be read: what it said before stays. */
  | 'left-out'
  /** There, about a child of another case. */
  | 'elsewhere'
  | 'gone'

/** Which event of this case speaks for an upstream record: another id upstream, or a person's own words. */
export interface Tie {
  readonly record: string
  readonly kind: string
  /** The first version of the event. */
  readonly eventId: string
}

export interface FactsBefore {
  /** All events of the case, as they were appended. */
  readonly recorded: readonly Recorded[]
  readonly ties: readonly Tie[]
  /** Ids of events that other cases have: an id is used once. */
  readonly taken: ReadonlySet<string>
}

export interface FactsNow {
  /** The system that tells them. Events of other systems are left alone. */
  readonly system: 'ssd' | 'census'
  readonly caseId: string
  readonly events: readonly ImportedEvent[]
  readonly whereabouts: (record: string) => Whereabouts
  /** Where in its file a record stands now. */
  readonly lineOf: (record: string) => number | null
}

export interface Reconciled {
  readonly append: readonly NewEvent[]
  readonly ties: readonly Tie[]
  readonly findings: readonly Finding[]
}

/** Of these a child has one at a time: one that a person recorded within two weeks is taken for the same, and asked about. */
const ONE_AT_A_TIME: ReadonlySet<string> = new Set([
  'referral-received',
  'assessment-authorised',
  'strategy-discussion',
  'section-47-ended',
  'icpc-held',
  'transfer-in-conference-held',
  'plan-started',
  'plan-ended',
  'review-held',
  'case-closed',
])
const NEAR_DAYS = 14

/**
 * What has to be appended so that the chronology says what the extract says. New facts are added, changed ones superseded, facts whose record
 * no longer tells them are taken back. A record that is gone keeps its facts and is flagged. What a person recorded or corrected is never
 * overwritten: the same fact is tied to it, a different one is asked about. Pure; twice is the same as once.
 */
export function reconcileFacts(before: FactsBefore, now: FactsNow): Reconciled {
  const all = chains(before.recorded)
  const byRecord = chainsByRecord(all, before.ties, now.system)
  const spokenFor = new Set([...byRecord].filter(([name]) => isThere(name, now)).map(([, { first }]) => first.id))
  const append: NewEvent[] = []
  const ties: Tie[] = []
  const findings: Finding[] = []
  const names = new Map<string, string>()
  const told = new Set<string>()
  // Which event each row is, before what it says: other rows name it. Near days come last, when every row has found the event of its own day.
  const known = now.events.map((event) => byRecord.get(nameOf(event.source.record, event.kind)))
  const others = [...all.values()]
  const sameDay = now.events.map((event, index) => {
    if (known[index] !== undefined) return undefined
    const found = others.find((chain) => isTold(chain, event, now, spokenFor))
    if (found !== undefined) spokenFor.add(found.first.id)
    return found
  })
  const resolved = now.events.map((event, index) => {
    const own = known[index]
    const other =
      sameDay[index] ?? (own === undefined ? others.find((one) => isNearby(one, event, now, spokenFor)) : undefined)
    const chain = own ?? other
    if (chain !== undefined) names.set(event.id, chain.first.id)
    else if (before.taken.has(event.id)) names.set(event.id, stableId('event', event.id, now.caseId))
    return { event, chain, tie: own === undefined }
  })
  for (const { event, chain, tie } of resolved) {
    const said = { ...event, data: renamed(event.data, names) } as ImportedEvent
    const line = now.lineOf(event.source.record)
    told.add(nameOf(event.source.record, event.kind))
    if (chain === undefined) {
      append.push(newEvent(said, { id: names.get(event.id) ?? event.id, supersedes: null }))
      continue
    }
    if (tie) ties.push({ record: event.source.record, kind: event.kind, eventId: chain.first.id })
    if (chain.byPerson) {
      if (!chain.stands || !agrees(said, chain)) findings.push(disagreement(said, chain, line))
    } else if (!chain.stands || !isUnchanged(said, chain)) {
      append.push(newEvent(said, nextOf(chain)))
      if (tie && chain.last.on !== said.on && chain.last.source?.system === 'census')
        findings.push(otherThanCensus(said, chain, line))
    }
  }
  for (const [name, chain] of byRecord) {
    const [record, kind] = splitName(name)
    if (told.has(name) || !chain.stands) continue
    const where = now.whereabouts(record)
    if (where === 'left-out') continue
    if (where === 'gone') {
      if (!speaksElsewhere(chain, byRecord, told)) findings.push(gone(record, chain))
    } else if (chain.byPerson) findings.push(disagreement({ record, kind }, chain, now.lineOf(record)))
    else {
      append.push({ ...backOf(chain), ...nextOf(chain), void: true })
      if (where === 'elsewhere') findings.push(movedAway(record, chain))
    }
  }
  return { append, ties, findings }
}

/** The event of every record and kind that this system has told before. */
function chainsByRecord(
  all: ReadonlyMap<string, Chain>,
  ties: readonly Tie[],
  system: string,
): ReadonlyMap<string, Chain> {
  const found = new Map<string, Chain>()
  for (const chain of all.values()) {
    const { source, kind } = chain.first
    if (source?.system === system) found.set(nameOf(source.record, kind), chain)
  }
  for (const { record, kind, eventId } of ties) {
    const chain = all.get(eventId)
    if (chain !== undefined) found.set(nameOf(record, kind), chain)
  }
  return found
}

/** Whether a row tells an event it has not told before: a person's of that day, or one whose record is gone and that says the same. */
function isTold(chain: Chain, event: ImportedEvent, now: FactsNow, spokenFor: ReadonlySet<string>): boolean {
  if (!isOfTheDay(event, chain)) return false
  if (chain.first.source === null) return chain.byPerson
  if (isFromCensus(chain, now)) return chain.stands && !spokenFor.has(chain.first.id)
  return (
    chain.stands &&
    chain.first.source.system === now.system &&
    !spokenFor.has(chain.first.id) &&
    now.whereabouts(chain.first.source.record) === 'gone' &&
    contradiction(event.data, chain.last.data) === undefined
  )
}

/** The live extract takes over what a census told before it. */
const isFromCensus = ({ first }: Chain, { system }: FactsNow): boolean =>
  system === 'ssd' && first.source?.system === 'census'

/** Whether a person, or a census, told the like within two weeks, and no row tells it. */
const isNearby = (chain: Chain, event: ImportedEvent, now: FactsNow, spokenFor: ReadonlySet<string>): boolean =>
  ((chain.first.source === null && chain.byPerson) || isFromCensus(chain, now)) &&
  chain.stands &&
  chain.first.kind === event.kind &&
  ONE_AT_A_TIME.has(event.kind) &&
  !spokenFor.has(chain.first.id) &&
  concerns(chain.last.children, event.children) &&
  contradiction(plan(event.data), plan(chain.last.data)) === undefined &&
  Math.abs(daysBetween(event.on, chain.last.on)) <= NEAR_DAYS

/** Plans of another kind are other plans, however near. */
const plan = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({ plan: data['plan'] })

/** Whether an event whose record is gone is told by another record now. */
const speaksElsewhere = (chain: Chain, byRecord: ReadonlyMap<string, Chain>, told: ReadonlySet<string>): boolean =>
  [...byRecord].some(([name, other]) => other.first.id === chain.first.id && told.has(name))

const isThere = (name: string, { whereabouts }: FactsNow): boolean => {
  const where = whereabouts(splitName(name)[0])
  return where === 'taken' || where === 'left-out'
}

const nameOf = (record: string, kind: string): string => `${record} ${kind}`
const splitName = (name: string): readonly [record: string, kind: string] => {
  const at = name.lastIndexOf(' ')
  return [name.slice(0, at), name.slice(at + 1)]
}

/** The version that comes after the last one. */
const nextOf = ({ first, last, versions }: Chain): { readonly id: string; readonly supersedes: string } => ({
  id: stableId('version', first.id, String(versions + 1)),
  supersedes: last.id,
})

const newEvent = (
  { kind, on, children, data, source }: ImportedEvent,
  which: { readonly id: string; readonly supersedes: string | null },
): NewEvent => ({ kind, on, children, data, source, void: false, ...which })

const backOf = ({ last }: Chain): NewEvent => ({ ...last, void: true })

/** Other events by the ids they have in this case. */
const renamed = <D extends object>(data: D, names: ReadonlyMap<string, string>): D =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => [
      field,
      typeof value === 'string' ? (names.get(value) ?? value) : value,
    ]),
  ) as D
