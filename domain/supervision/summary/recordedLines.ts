import type { EventKind } from '../../chronology/eventKinds'
import type { Effective } from '../../chronology/effectiveEvents'
import { govukDate } from '../../timeline/govukDate'
import { aboutAnyOf, counted, inOrder, type DraftLine, type DraftPart } from './draftLine'
import { familyOf, historiesOf, standingEvent, type Drafting } from './drafting'
import { grouped } from './grouped'
import { recordedHead } from './recordedHead'
import { recordedTail } from './recordedTail'
import { summaryNumbers } from './summaryNumbers'
import { visitLines, visitsSince } from './visitLines'

/** What was recorded of one day; all visits are one line, of the day of the last. */
export interface RecordedLine extends DraftLine {
  readonly kind: EventKind
}

/** What was recorded since, oldest first. */
export interface Recorded extends DraftPart<RecordedLine> {
  /** How many older lines were left out. */
  readonly more: number
}

/** The discussion is what it is counted from, and the summary is being written. Visits are counted. */
const TOLD_OTHERWISE: ReadonlySet<EventKind> = new Set([
  'discussed-in-supervision',
  'supervision-summary-written',
  'visit-made',
])

/** Every line of what was recorded since, oldest first. An event counts once, as it stands after all corrections. `told`: events that another part tells. */
export function recordedLines(drafting: Drafting, told: ReadonlySet<string>): readonly RecordedLine[] {
  const { folded, since } = drafting
  const events = folded.all.filter(
    ({ id, on, kind }) => !on.isBefore(since.from) && !told.has(id) && !TOLD_OTHERWISE.has(kind),
  )
  const visits = visitLines(visitsSince(historiesOf(drafting), since.from), historiesOf(drafting))
  return [
    ...eventLines(events, drafting),
    ...visits.map((line): RecordedLine => ({ ...line, kind: 'visit-made' })),
  ].sort(inOrder)
}

/** As many of the newest lines as fit. */
export function newestLines(all: readonly RecordedLine[], drafting: Drafting): Recorded {
  const lines = all.slice(-summaryNumbers.linesShown)
  return { sentence: partSentence(all.length, drafting), lines, more: all.length - lines.length }
}

function partSentence(n: number, { since, today }: Drafting): string {
  const when = since.from.equals(today) ? 'today' : `since ${govukDate(since.from)}`
  return n === 0 ? `Nothing was recorded ${when}.` : `Recorded ${when}: ${counted(n, 'line', 'lines')}.`
}

/** Brothers and sisters recorded one by one are one line. */
function eventLines(events: readonly Effective[], drafting: Drafting): readonly RecordedLine[] {
  const told = events.map((event) => ({ event, sentence: eventSentence(event, drafting) }))
  return [...grouped(told, ({ event, sentence }) => `${event.kind} ${sentence}`).values()].map((same): RecordedLine => {
    const [{ event, sentence }] = same
    const concerned = same.map((one) => one.event.children ?? [])
    const times = timesRecorded(concerned, drafting)
    return {
      on: event.on,
      about: aboutAnyOf(concerned, familyOf(drafting)),
      sentence: `${sentence}${times === 1 ? '' : ` (recorded ${String(times)} times)`}.`,
      kind: event.kind,
    }
  })
}

/** How often the child it was recorded of most has it. */
function timesRecorded(concerned: readonly (readonly string[])[], drafting: Drafting): number {
  const ofAll = concerned.filter((ids) => ids.length === 0).length
  const ofOne = familyOf(drafting).map(({ id }) => concerned.filter((ids) => ids.includes(id)).length)
  return Math.max(1, ofAll + Math.max(0, ...ofOne))
}

function eventSentence(event: Effective, drafting: Drafting): string {
  const known = inWords(event, drafting)
  const isCorrected = drafting.folded.versionsOf(event.first).length > 1
  return `${recordedHead(known)} on ${govukDate(event.on)}${isCorrected ? ' (corrected)' : ''}${recordedTail(known)}`
}

/** An action that is named by its event, in its own words. */
function inWords(event: Effective, drafting: Drafting): Effective {
  if (event.kind !== 'action-done') return event
  const agreed = standingEvent(drafting, event.data.action)
  return agreed?.kind === 'action-agreed' ? { ...event, data: { ...event.data, action: agreed.data.action } } : event
}
