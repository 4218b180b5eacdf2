import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import type { ChronologyEvent } from '../chronology/chronologyEvent'
import type { EventKind } from '../chronology/eventKinds'
import type { PolicySchedule } from '../policy/policySchedule'
import type { Obligation } from '../timeline/obligation'
import { timeline } from '../timeline/timeline'
import type { Recordable } from './wouldMeet'

export interface Ahead {
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
  /** The last day that is looked at. */
  readonly until: LocalDate
}

/** Events that did not happen, by id. */
export type Imagined = ReadonlyMap<string, ChronologyEvent>

export interface HeldAsDue {
  /** As it stands, without anything imagined. */
  readonly now: readonly Obligation[]
  /** As it would stand if everything were held on its day. */
  readonly then: readonly Obligation[]
  readonly imagined: Imagined
  /** How often the timeline was asked for it. */
  readonly asks: number
}

/** The case as it would stand with what is imagined. */
export const ask = (
  facts: CaseFacts,
  imagined: Imagined,
  { policy, calendar }: Pick<Ahead, 'policy' | 'calendar'>,
): readonly Obligation[] =>
  timeline({ ...facts, events: [...facts.events, ...imagined.values()] }, policy, calendar).obligations

/** An event as it would be recorded of a child, or of the case. */
export function imaginedEvent(
  { children }: CaseFacts,
  { kind, data }: Recordable,
  subject: string,
  on: LocalDate,
): ChronologyEvent {
  const about = children.some(({ id }) => id === subject) ? { children: [subject] } : {}
  // Kind and payload come as a pair; the compiler cannot follow which.
  return { id: nameOf(kind, subject, on), kind, on, data, ...about } as ChronologyEvent
}

/** The same event is never imagined twice. */
export const nameOf = (kind: EventKind, subject: string, on: LocalDate): string =>
  `expected ${kind}|${subject}|${on.toString()}`
