import type { LocalDate } from '@js-joda/core'
import { nextWorkingDayFrom } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import type { ChronologyEvent } from '../chronology/chronologyEvent'
import type { EventKind } from '../chronology/eventKinds'
import type { PolicySchedule } from '../policy/policySchedule'
import { keyOf, type Obligation } from '../timeline/obligation'
import { timeline } from '../timeline/timeline'
import { rolledOn, soonest, type Awaited } from './rolledOn'
import { BOOKING_OF, wouldMeet, type Recordable } from './wouldMeet'

export interface Ahead {
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
  /** The last day that is looked at. */
  readonly until: LocalDate
}

export interface HeldAsDue {
  /** As it stands, without anything imagined. */
  readonly now: readonly Obligation[]
  /** As it would stand if everything were held on its day. */
  readonly then: readonly Obligation[]
  /** The imagined events by id. */
  readonly imagined: ReadonlyMap<string, ChronologyEvent>
}

/** An event thrown away so often is not imagined again: what it would meet is counted once, and nothing follows. */
const MOST_TRIES = 5

/**
 * A case as it would go if every meeting were held and every visit made on its day: imagined events are added to the facts and `timeline` is asked
 * again, until it agrees that each of them was made on the day something was due and nothing that could be imagined is left open. The days are guessed
 * ahead, so that two asks are enough for most cases; what the guess got wrong is thrown away from that day on. `facts`: known up to today.
 */
export function heldAsDue(facts: CaseFacts, ahead: Ahead): HeldAsDue {
  const now = timeline(facts, ahead.policy, ahead.calendar).obligations
  const dayOf = expectedDay(now, ahead)
  const unmeetable = new Set<string>()
  const tries = new Map<string, number>()
  let imagined: ReadonlyMap<string, ChronologyEvent> = new Map()
  let then = now
  for (;;) {
    const awaited = open(then, dayOf, ahead).filter(({ name }) => (tries.get(name) ?? 0) < MOST_TRIES)
    // What is open although its event was imagined cannot be met by it.
    for (const { obligation, name } of awaited) if (imagined.has(name)) unmeetable.add(keyOf(obligation))
    const ours = awaited.filter(({ obligation }) => !unmeetable.has(keyOf(obligation)))
    const wrong = soonest([...guessedWrong(then, imagined, dayOf), ...ours.map(({ on }) => on)])
    if (wrong === undefined) return { now, then, imagined }
    const kept = new Map([...imagined].filter(([, event]) => event.on.isBefore(wrong)))
    // What is thrown away first has been tried: also when it made something due before its own day, or the same guess would come back for ever.
    const first = soonest([...imagined.values()].map(({ on }) => on).filter((on) => !on.isBefore(wrong)))
    for (const [id, { on }] of imagined) if (first?.equals(on) === true) tries.set(id, (tries.get(id) ?? 0) + 1)
    // Where nothing has to be thrown away the answer stands, and goes on from what is awaited.
    imagined = kept.size < imagined.size ? kept : new Map([...imagined, ...guess(facts, ours, ahead)])
    then = ask(facts, imagined, ahead)
  }
}

const ask = (facts: CaseFacts, imagined: ReadonlyMap<string, ChronologyEvent>, { policy, calendar }: Ahead) =>
  timeline({ ...facts, events: [...facts.events, ...imagined.values()] }, policy, calendar).obligations

/**
 * The day something is expected to be done: the day it is booked for, else the day it is due. What is late is expected on the next working day; what went
 * by before the case came here, and is not known, as if it had kept its dates, so that a county's meetings are not all imagined in one week.
 */
export function expectedDay(now: readonly Obligation[], { today, calendar }: Ahead): (one: Obligation) => LocalDate {
  const late = new Set(now.filter(({ notKnownFromImport }) => !notKnownFromImport).map(keyOf))
  const soon = nextWorkingDayFrom(today, calendar)
  return (obligation) => {
    const { bookedFor, dueOn } = obligation
    if (bookedFor !== null && !bookedFor.isBefore(today)) return bookedFor
    return dueOn.isBefore(today) && late.has(keyOf(obligation)) ? soon : dueOn
  }
}

type DayOf = (one: Obligation) => LocalDate

interface Imaginable extends Awaited {
  readonly event: Recordable
  /** The id its event would have. */
  readonly name: string
}

/** What is open, could be imagined, and has its day in time. */
function open(obligations: readonly Obligation[], dayOf: DayOf, { today, until }: Ahead): readonly Imaginable[] {
  return obligations.flatMap((obligation) => {
    const { end, kind, subject } = obligation
    if (kind !== 'obligation' || end.outcome === 'met') return []
    const event = wouldMeet(obligation)
    if (event === null) return []
    const on = dayOf(obligation)
    if (on.isAfter(until)) return []
    if (end.outcome === 'cancelled' && (!end.on.isAfter(today) || on.isAfter(end.on))) return []
    return [{ obligation, on, event, name: nameOf(event.kind, subject, on) }]
  })
}

/** The days on which the timeline does not agree: something imagined came too late, or on a day nothing was due. */
function guessedWrong(
  then: readonly Obligation[],
  imagined: ReadonlyMap<string, ChronologyEvent>,
  dayOf: DayOf,
): readonly LocalDate[] {
  const needed = new Set<string>()
  const tooLate: LocalDate[] = []
  for (const obligation of then) {
    const { end } = obligation
    const event = end.outcome === 'met' ? imagined.get(end.by) : undefined
    if (event === undefined) continue
    const on = dayOf(obligation)
    if (on.equals(event.on)) needed.add(event.id)
    else if (on.isBefore(event.on)) tooLate.push(on)
  }
  return [...tooLate, ...[...imagined.values()].filter(({ id }) => !needed.has(id)).map(({ on }) => on)]
}

/** Events for all that is awaited, and those that would follow them. */
function guess(
  facts: CaseFacts,
  awaited: readonly Imaginable[],
  { policy, calendar, until }: Ahead,
): readonly (readonly [string, ChronologyEvent])[] {
  const groups = new Map<string, [Imaginable, ...Imaginable[]]>()
  for (const one of awaited) {
    const name = `${one.event.kind}|${one.obligation.subject}`
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [one])
    else group.push(one)
  }
  return [...groups.values()].flatMap((group) => {
    const [{ event, obligation }] = group
    const days = rolledOn(group, { event: event.kind, policy, calendar, until })
    const first = days.slice(0, 1)
    // A later booking moves what follows: only the timeline knows whose it is.
    const sure = first.some((day) => bookedAfter(facts, event.kind, day)) ? first : days
    return sure.map((on) => {
      const made = imaginedEvent(facts, event, obligation.subject, on)
      return [made.id, made] as const
    })
  })
}

function bookedAfter({ events }: CaseFacts, kind: EventKind, day: LocalDate): boolean {
  const booking = BOOKING_OF[kind]
  return events.some((event) => event.kind === booking && 'for' in event.data && event.data.for > day.toString())
}

function imaginedEvent(
  { children }: CaseFacts,
  { kind, data }: Recordable,
  subject: string,
  on: LocalDate,
): ChronologyEvent {
  const about = children.some(({ id }) => id === subject) ? { children: [subject] } : {}
  // Kind and payload come as a pair; the compiler cannot follow which.
  return { id: nameOf(kind, subject, on), kind, on, data, ...about } as ChronologyEvent
}

const nameOf = (kind: EventKind, subject: string, on: LocalDate): string =>
  `expected ${kind}|${subject}|${on.toString()}`
