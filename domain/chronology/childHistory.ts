import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from './caseFacts'
import type { Child } from './child'
import type { EventKind } from './eventKinds'
import type { ChronologyEvent } from './chronologyEvent'
import { effectiveEvents, type Effective } from './effectiveEvents'
import { eighteenthBirthday } from './eighteenth'
import type { Problem } from './problem'

type Event<K extends EventKind> = Effective<Extract<ChronologyEvent, { readonly kind: K }>>

/** An end that closes whatever runs: by an event's id, or `birthday`. */
export interface End {
  readonly by: string
  readonly on: LocalDate
}

/** What stands in the chronology about one child, in order of date. */
export interface ChildHistory {
  readonly child: Child
  readonly events: readonly Effective[]
  /** Death, which stops everything; and the other ways a child leaves. */
  readonly died: End | null
  readonly left: End | null
  /** The eighteenth birthday, null when the date of birth is not known. */
  readonly adultOn: LocalDate | null
}

/** All events of one kind, typed. */
export const ofKind = <K extends EventKind>(
  events: readonly Effective[],
  ...kinds: readonly K[]
): readonly Event<K>[] =>
  events.filter((event): event is Event<K> => (kinds as readonly EventKind[]).includes(event.kind))

/** The chronology of a case per child: an event without children concerns all of them. */
export function childHistories(facts: CaseFacts): {
  readonly all: readonly Effective[]
  readonly children: readonly ChildHistory[]
  readonly problems: readonly Problem[]
} {
  const { events, problems } = effectiveEvents(facts.events)
  const children = facts.children.map((child): ChildHistory => {
    const own = events.filter(
      (event) => event.children === undefined || event.children.length === 0 || event.children.includes(child.id),
    )
    const leaving = ofKind(own, 'child-left')
    const died = leaving.find((event) => event.data.reason === 'died')
    const left = leaving[0]
    return {
      child,
      events: own,
      died: died === undefined ? null : { by: died.id, on: died.on },
      left: left === undefined ? null : { by: left.id, on: left.on },
      adultOn: child.bornOn === null ? null : eighteenthBirthday(child.bornOn),
    }
  })
  return { all: events, children, problems }
}

/** The earlier of two ends. */
export const earlier = (a: End | null, b: End | null): End | null =>
  a === null ? b : b === null || !b.on.isBefore(a.on) ? a : b
