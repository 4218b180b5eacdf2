import type { LocalDate } from '@js-joda/core'
import type { ChronologyEvent } from '../chronologyEvent'
import type { EventKind, EventData } from '../eventKinds'

/** A fact that somebody wants to record: its payload has passed its kind's schema, its day is no day ahead, its children are of the case. */
export interface ToBeRecorded {
  readonly kind: string
  readonly on: LocalDate
  readonly data: unknown
  /** All children of the case when missing or empty. */
  readonly children?: readonly string[]
}

/** Its payload, where it is of that kind. */
export const dataOf = <K extends EventKind>({ kind, data }: ToBeRecorded, wanted: K): EventData[K] | undefined =>
  kind === wanted ? (data as EventData[K]) : undefined

/** Whether something recorded concerns a child of it. */
export const concernsSame = (
  { children: a = [] }: Pick<ToBeRecorded, 'children'>,
  { children: b = [] }: Pick<ChronologyEvent, 'children'>,
): boolean => a.length === 0 || b.length === 0 || a.some((child) => b.includes(child))
