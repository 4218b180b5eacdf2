import type { NewEvent } from '../../chronology/appendEvents'
import { canonical } from '../../../domain/canonical'
import type { Finding } from '../finding'
import type { ImportedEvent } from '../imported'
import { stableId } from '../stableId'
import { chainsByRecord, nameOf, owners, splitName } from './byRecord'
import { findTold } from './findTold'
import { place } from './place'
import type { FactsBefore, FactsNow, Reconciled, Tie } from './facts'
import { disagreement, gone, movedAway, otherThanCensus, otherThanExtract } from './factFindings'
import { chains, type Chain, type Recorded } from './recorded'
import { agrees, isUnchanged } from './sameFact'

/** A census does not give the day of these: another one is no disagreement. */
const DAY_NOT_IN_CENSUS: ReadonlySet<string> = new Set(['referral-decided', 'section-47-ended'])

/**
 * What has to be appended so that the chronology says what the extract says. New facts are added, changed ones superseded, facts whose record
 * no longer tells them are taken back. A record that is gone keeps its facts and is flagged. What a person recorded or corrected is never
 * overwritten: the same fact is tied to it, a different one is asked about. Pure; twice is the same as once.
 */
export function reconcileFacts(before: FactsBefore, now: FactsNow): Reconciled {
  const all = chains(before.recorded)
  const byRecord = chainsByRecord(all, before.ties, now.system)
  const owner = owners(byRecord, now)
  const found = findTold(all, { byRecord, owner, now })
  const append: NewEvent[] = []
  const ties: Tie[] = []
  const findings: Finding[] = []
  const names = new Map<string, string>()
  const told = new Set<string>()
  // Which event each row is, before what it says: other rows name it.
  const resolved = now.events.map((event) => {
    const own = owner(event)
    const chain = own ?? found.get(event)
    if (chain !== undefined) names.set(event.id, chain.first.id)
    else if (before.taken.has(event.id)) names.set(event.id, stableId('event', event.id, now.caseId))
    return { event, chain, tie: own === undefined }
  })
  const speaking = new Set(
    resolved.flatMap(({ event, chain }) => (chain === undefined ? [] : [chain.first.id, place(chain, event.children)])),
  )
  const toldOf = new Map(before.ties.map(({ record, kind, children }) => [nameOf(record, kind), children]))
  // A sibling's record speaks for its own child only: what a person recorded for both has still lost one of its two.
  const isSpokenFor = (name: string, chain: Chain): boolean => {
    const children = toldOf.get(name) ?? null
    return speaking.has(children === null ? chain.first.id : place(chain, children))
  }
  for (const { event, chain, tie } of resolved) {
    const said = withItsDay({ ...event, data: renamed(event.data, names) } as ImportedEvent, chain)
    const line = now.lineOf(event.source.record)
    told.add(nameOf(event.source.record, event.kind))
    if (chain === undefined) {
      append.push(newEvent(said, { id: names.get(event.id) ?? event.id, supersedes: null }))
      continue
    }
    if (tie)
      ties.push({
        ...{ record: event.source.record, kind: event.kind },
        eventId: chain.first.id,
        children: event.children,
      })
    if (isTakenOver(chain, now.system, before.ties)) {
      if (chain.stands && !chain.byPerson && saysOtherwise(said, chain.last))
        findings.push(otherThanExtract(said, chain.last))
      continue
    }
    if (chain.byPerson) {
      if (!chain.stands || !agrees(said, chain)) findings.push(disagreement(said, chain, line))
    } else {
      if (!chain.stands || !isUnchanged(said, chain)) append.push(newEvent(said, nextOf(chain)))
      const told = chain.byCensus
      if (told !== undefined && now.system === 'ssd' && saysOtherwise(said, told) && !before.retold.has(told.id))
        findings.push(otherThanCensus(said, told, line))
    }
  }
  for (const [name, chain] of byRecord) {
    const [record, kind] = splitName(name)
    if (told.has(name) || !chain.stands) continue
    const where = now.whereabouts(record)
    // Another record speaks for it now: its id has changed.
    const replaced = isSpokenFor(name, chain) && (where === 'gone' || chain.first.source !== null)
    if (where === 'left-out' || replaced) continue
    // One event is taken back, or asked about, once, whatever ids its record had.
    if (chain.first.source !== null) speaking.add(chain.first.id)
    if (where === 'gone') findings.push(gone(record, chain))
    else if (chain.byPerson) findings.push(disagreement({ record, kind }, chain, now.lineOf(record)))
    else {
      append.push({ ...backOf(chain), ...nextOf(chain), void: true })
      if (where === 'elsewhere') findings.push(movedAway(record, chain))
    }
  }
  return { append, ties, findings }
}

/** Whether the days of the extract and a census differ: told in every run, as long as they do. */
const saysOtherwise = (said: ImportedEvent, told: Pick<Recorded, 'on'>): boolean =>
  said.on !== told.on && !DAY_NOT_IN_CENSUS.has(said.kind)

/** What a census told is the live extract's to say from the day on which that told it too. */
const isTakenOver = ({ first, last }: Chain, system: FactsNow['system'], ties: readonly Tie[]): boolean =>
  system === 'census' &&
  first.source?.system === 'census' &&
  (last.source?.system === 'ssd' || ties.some(({ eventId }) => eventId === first.id))

/** A day no row tells stays that of the first extract that showed the same. */
const withItsDay = (said: ImportedEvent, chain: Chain | undefined): ImportedEvent =>
  said.firstSeen === true && chain?.stands === true && canonical(said.data) === canonical(chain.last.data)
    ? { ...said, on: chain.last.on }
    : said

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
