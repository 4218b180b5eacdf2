import type { ImportedEvent } from '../imported'
import { nameOf, splitName } from './byRecord'
import { daysBetween } from './daysBetween'
import type { Chain } from './recorded'
import type { FactsNow } from './facts'
import { place } from './place'
import { concerns, contradiction, isOfOneThing, isOfTheDay } from './sameFact'

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

interface Known {
  readonly byRecord: ReadonlyMap<string, Chain>
  /** The event a row has told before. */
  readonly owner: (event: ImportedEvent) => Chain | undefined
  readonly now: FactsNow
}

/**
 * Which events say already what rows say that told nothing before. First those of the same day, then the near ones, the nearest first, so that
 * the order of the rows does not matter; then, of a census, what ends the same thing. An event speaks for one row, and a person's for one row of each child.
 */
export function findTold(
  all: ReadonlyMap<string, Chain>,
  { byRecord, owner, now }: Known,
): ReadonlyMap<ImportedEvent, Chain> {
  const chains = [...all.values()]
  const spokenFor = new Set<string>()
  const isFree = (chain: Chain, event: ImportedEvent): boolean =>
    !spokenFor.has(chain.first.id) && !spokenFor.has(place(chain, event.children))
  const told = new Set(now.events.map(({ source, kind }) => nameOf(source.record, kind)))
  for (const [name, chain] of byRecord) if (!told.has(name) && isThere(name, now)) spokenFor.add(chain.first.id)
  for (const event of now.events) {
    const chain = owner(event)
    if (chain !== undefined) spokenFor.add(place(chain, event.children))
  }
  const found = new Map<ImportedEvent, Chain>()
  const take = (event: ImportedEvent, chain: Chain): void => {
    spokenFor.add(place(chain, event.children))
    found.set(event, chain)
  }
  const fresh = now.events.filter((event) => owner(event) === undefined).sort(byName)
  for (const event of fresh) {
    const rank = (chain: Chain): number =>
      (chain.stands ? 0 : 4) +
      (contradiction(event.data, chain.last.data) === undefined ? 0 : 2) +
      (isFree(chain, event) ? 0 : 1)
    const [best] = chains.filter((chain) => isTold(chain, event, now, isFree)).sort((a, b) => rank(a) - rank(b))
    if (best !== undefined) take(event, best)
  }
  const near = fresh
    .filter((event) => !found.has(event))
    .flatMap((event) => chains.filter((chain) => isNearby(chain, event, now)).map((chain) => ({ event, chain })))
    .sort((a, b) => distance(a) - distance(b))
  for (const { event, chain } of near) if (!found.has(event) && isFree(chain, event)) take(event, chain)
  const chainOf = new Map(now.events.map((event) => [event.id, owner(event) ?? found.get(event)]))
  for (const event of fresh.filter((one) => !found.has(one))) {
    const ended = chainOf.get(endOf(event.kind, event.data) ?? '')?.first.id
    const chain = chains.find(
      (one) =>
        ended !== undefined && isFromCensus(one, now) && endsIt(one, event, ended) && one.stands && isFree(one, event),
    )
    if (chain !== undefined) take(event, chain)
  }
  return found
}

/** What ends something, by the field that names it: once each. A census does not give the day of most of these, so however far apart the days are. */
const END_OF: Readonly<Partial<Record<string, string>>> = {
  'referral-decided': 'referral',
  'section-47-ended': 'enquiry',
  'plan-ended': 'of',
}

/** The id of the event that this one ends. */
function endOf(kind: string, data: Readonly<Record<string, unknown>>): string | undefined {
  const field = END_OF[kind]
  const id = field === undefined ? undefined : data[field]
  return typeof id === 'string' ? id : undefined
}

const endsIt = ({ last }: Chain, { kind }: ImportedEvent, ended: string): boolean =>
  last.kind === kind && endOf(kind, last.data) === ended

const byName = (a: ImportedEvent, b: ImportedEvent): number =>
  nameOf(a.source.record, a.kind) < nameOf(b.source.record, b.kind) ? -1 : 1

/**
 * Whether a row tells an event it has not told before: a person's of that day, a census's, or one whose record is gone and that said the same
 * before anybody corrected it.
 */
function isTold(
  chain: Chain,
  event: ImportedEvent,
  now: FactsNow,
  isFree: (chain: Chain, event: ImportedEvent) => boolean,
): boolean {
  const { source } = chain.first
  if (source === null) return chain.byPerson && isOfTheDay(event, chain.last)
  if (isFromCensus(chain, now)) return chain.stands && isFree(chain, event) && isOfTheDay(event, chain.last)
  return (
    (chain.stands || chain.byPerson) &&
    source.system === now.system &&
    isFree(chain, event) &&
    now.whereabouts(source.record) === 'gone' &&
    isOfTheDay(event, chain.told) &&
    contradiction(event.data, chain.told.data) === undefined
  )
}

/** The live extract takes over what a census told before it. */
const isFromCensus = ({ first }: Chain, { system }: FactsNow): boolean =>
  system === 'ssd' && first.source?.system === 'census'

/** Whether a person, or a census, told the like within two weeks. Where the row tells no day of its own, the rest has to be the same. */
const isNearby = (chain: Chain, event: ImportedEvent, now: FactsNow): boolean =>
  ((chain.first.source === null && chain.byPerson) || isFromCensus(chain, now)) &&
  chain.stands &&
  chain.first.kind === event.kind &&
  (ONE_AT_A_TIME.has(event.kind) ||
    (event.firstSeen === true && contradiction(event.data, chain.last.data) === undefined)) &&
  concerns(chain.last.children, event.children) &&
  isOfOneThing(event.data, chain.last.data) &&
  distance({ event, chain }) <= NEAR_DAYS

const distance = ({ event, chain }: { readonly event: ImportedEvent; readonly chain: Chain }): number =>
  Math.abs(daysBetween(event.on, chain.last.on))

const isThere = (name: string, { whereabouts }: FactsNow): boolean => {
  const where = whereabouts(splitName(name)[0])
  return where === 'taken' || where === 'left-out'
}
