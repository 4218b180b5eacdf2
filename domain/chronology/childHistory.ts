import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from './caseFacts'
import type { Child } from './child'
import type { EventKind } from './eventKinds'
import type { ChronologyEvent } from './chronologyEvent'
import { effectiveEvents, type Effective } from './effectiveEvents'
import { eighteenthBirthday } from './eighteenth'
import type { Problem } from './problem'
import { versionsOf, type Version } from './versions'

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
  /** The first version of an event by the id of any of its versions. */
  readonly firstOf: (id: string) => string
  /** What a meeting goes by: the `meeting` its siblings share, else its first version. By the id of any version, of whichever child, or by that name. */
  readonly meetingOf: (id: string) => string
  /** All versions of an event, by the id of its first. */
  readonly versionsOf: (first: string) => readonly Version[]
  /** From the child's record, else from its recorded birth; null before birth, and when not known. */
  readonly bornOn: LocalDate | null
  /** Death, which stops everything. */
  readonly died: End | null
  /** The eighteenth birthday, null when the date of birth is not known. */
  readonly adultOn: LocalDate | null
}

/** What was asked of a chronology before: every rule asks the same few questions of it, a hundred times. */
const asked = new WeakMap<readonly Effective[], Map<string, readonly Effective[]>>()

/** All events of one kind, typed, or of several in their order. */
export function ofKind<K extends EventKind>(events: readonly Effective[], ...kinds: readonly K[]): readonly Event<K>[] {
  const answers = asked.get(events) ?? new Map<string, readonly Effective[]>()
  asked.set(events, answers)
  const question = kinds.join()
  const answer = answers.get(question) ?? events.filter(({ kind }) => (kinds as readonly EventKind[]).includes(kind))
  answers.set(question, answer)
  return answer as readonly Event<K>[]
}

/** The chronology of a case as a whole and per child. */
export interface Histories {
  readonly all: readonly Effective[]
  readonly children: readonly ChildHistory[]
  readonly firstOf: (id: string) => string
  readonly versionsOf: (first: string) => readonly Version[]
  readonly problems: readonly Problem[]
}

/** What was read from the same facts before: a plan asks who holds a case and how it stands beside what is due. */
const read = new WeakMap<CaseFacts, Histories>()

/** The chronology of a case per child: an event without children concerns all of them. */
export function childHistories(facts: CaseFacts): Histories {
  const known = read.get(facts) ?? readHistories(facts)
  read.set(facts, known)
  return known
}

function readHistories(facts: CaseFacts): Histories {
  const { events, firstOf, problems } = effectiveEvents(facts.events)
  const standing = new Set(events.map(({ id }) => id))
  const versions = (first: string): readonly Version[] =>
    versionsOf(first, facts.events, { firstOf, stands: (id) => standing.has(id) })
  let shared: ReadonlyMap<string, string> | undefined
  const meetingOf = (id: string): string => {
    shared ??= new Map(
      events.flatMap(({ first, data }) => (data.meeting === undefined ? [] : [[first, data.meeting] as const])),
    )
    return shared.get(firstOf(id)) ?? firstOf(id)
  }
  const children = facts.children.map((child): ChildHistory => {
    const own = events.filter(
      (event) => event.children === undefined || event.children.length === 0 || event.children.includes(child.id),
    )
    const died = ofKind(own, 'child-left').find((event) => event.data.reason === 'died')
    const bornOn = child.bornOn ?? ofKind(own, 'child-born')[0]?.on ?? null
    return {
      child,
      events: own,
      firstOf,
      meetingOf,
      versionsOf: versions,
      bornOn,
      died: asEnd(died),
      adultOn: bornOn === null ? null : eighteenthBirthday(bornOn),
    }
  })
  return { all: events, children, firstOf, versionsOf: versions, problems }
}

export const asEnd = (event: Pick<Effective, 'id' | 'on'> | undefined): End | null =>
  event === undefined ? null : { by: event.id, on: event.on }

/** How the child left on or after a day, death at any time. One who moved away and came back has a history before. */
export const leftSince = ({ events, died }: ChildHistory, since: LocalDate): End | null =>
  earlier(died, asEnd(ofKind(events, 'child-left').find((event) => !event.on.isBefore(since))))

/** The eighteenth birthday as an end. */
export const birthdayOf = ({ adultOn }: ChildHistory): End | null =>
  adultOn === null ? null : { by: 'birthday', on: adultOn }

/** The earlier of two ends. */
export const earlier = (a: End | null, b: End | null): End | null =>
  a === null ? b : b === null || !b.on.isBefore(a.on) ? a : b
