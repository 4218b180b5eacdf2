import type { ImportedEvent } from '../../activities/import/imported'
import type { Recorded } from '../../activities/import/reconcile/recorded'
import type { FactsBefore, FactsNow, Reconciled, Whereabouts } from '../../activities/import/reconcile/facts'
import { reconcileFacts } from '../../activities/import/reconcile/reconcileFacts'
import { stableId } from '../../activities/import/stableId'

export const [ANN, BEN] = ['child-ann', 'child-ben'] as const
export const CASE = 'case-1'

interface Row {
  readonly record: string
  readonly kind: string
  readonly on: string
  readonly children?: readonly string[]
  readonly data?: object
  readonly firstSeen?: true
}

/** What the mapping makes of a row of the live extract (or, when the record has no table, of a census). */
export function row({ record, kind, on, children = [ANN], data = {}, firstSeen }: Row): ImportedEvent {
  const system = record.startsWith('ssd_') ? 'ssd' : 'census'
  const id = rowId(record, kind)
  return {
    ...{ id, kind, on, children, data, source: { system, record } },
    ...(firstSeen === undefined ? {} : { firstSeen }),
  } as ImportedEvent
}

/** The id of the event a record becomes. */
export const rowId = (record: string, kind: string): string => stableId('event', record, kind)

/** What a person recorded, or corrected. */
export const byPerson = (
  event: Partial<Recorded> & { readonly id: string; readonly kind: string; readonly on: string },
): Recorded => ({ children: [], data: {}, supersedes: null, void: false, source: null, ...event, byPerson: true })

export const NOTHING: FactsBefore = { recorded: [], ties: [], taken: new Set(), retold: new Set() }

/** Where records are that make none of the events; those not named are gone. */
type Elsewhere = Readonly<Record<string, Whereabouts>>

export const extract = (
  events: readonly ImportedEvent[],
  elsewhere: Elsewhere = {},
  system: FactsNow['system'] = 'ssd',
): FactsNow => {
  const records = events.map(({ source }) => source.record)
  return {
    system,
    caseId: CASE,
    events,
    whereabouts: (record) => elsewhere[record] ?? (records.includes(record) ? 'taken' : 'gone'),
    lineOf: (record) => (records.includes(record) ? records.indexOf(record) + 2 : null),
  }
}

/** What the case knows once an extract was taken. */
export function taken(before: FactsBefore, { append, ties }: Reconciled): FactsBefore {
  const said = append.map((event) => ({ ...event, byPerson: false }) as Recorded)
  const isNew = ({ record, kind }: FactsBefore['ties'][number]): boolean =>
    !ties.some((tie) => tie.record === record && tie.kind === kind)
  return { ...before, recorded: [...before.recorded, ...said], ties: [...before.ties.filter(isNew), ...ties] }
}

/** Takes extracts one after the other. */
export const known = (before: FactsBefore, ...extracts: readonly FactsNow[]): FactsBefore =>
  extracts.reduce((known, now) => taken(known, reconcileFacts(known, now)), before)
