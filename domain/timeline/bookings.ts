import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../calendar/isoDay'
import { asEnd, earlier, ofKind, type ChildHistory, type End } from '../chronology/childHistory'
import type { ChronologyEvent } from '../chronology/chronologyEvent'
import type { Effective } from '../chronology/effectiveEvents'
import type { EventKind } from '../chronology/eventKinds'
import { onePerDay } from './rules/onePerDay'

/** What holds the meeting that is booked, and whether several may be booked ahead: a child has one initial and one transfer-in conference at a time. */
const MEETINGS = {
  'icpc-booked': { held: 'icpc-held', ahead: 'one' },
  'transfer-in-conference-booked': { held: 'transfer-in-conference-held', ahead: 'one' },
  'review-booked': { held: 'review-held', ahead: 'series' },
  'core-group-booked': { held: 'core-group-held', ahead: 'series' },
  'cin-review-booked': { held: 'cin-review-held', ahead: 'series' },
} as const

export type BookingKind = keyof typeof MEETINGS
type HeldKind<K extends BookingKind> = (typeof MEETINGS)[K]['held']
type Event<K extends EventKind> = Effective<Extract<ChronologyEvent, { readonly kind: K }>>
type Held = Event<HeldKind<BookingKind>>

/** The kind of meeting a kind of booking is for. */
export const heldKind = <K extends BookingKind>(kind: K): HeldKind<K> => MEETINGS[kind].held

export interface Booking<K extends BookingKind = BookingKind> {
  readonly event: Event<K>
  /** The day it is booked for. */
  readonly for: LocalDate
  /** The meeting it was a booking of, once that was held. */
  readonly held: Event<HeldKind<K>> | undefined
  /** Taken back, or replaced by a newer booking: until then it stands. */
  readonly end: End | null
}

/** Read once for all the rules of a child. */
const read = new WeakMap<ChildHistory, Map<BookingKind, readonly object[]>>()

/**
 * The bookings of a child's meetings of one kind in order of the day they were made, and which of them stand.
 *
 * Of a series booked ahead every one stands. A newer booking replaces every older one whose day had passed, or whose meeting was held, when it was made: booked
 * again, or the next one. Where none was left over, it was moved: it replaces the one booked for the same day, or the soonest later one. One for a later day
 * may be the next of a series: both stand, until the first is cancelled or its day passes and nobody says what came of it. Those made on one day are a
 * series, in whatever order they were recorded. A booking that was cancelled has moved nothing.
 *
 * A meeting is of every booking whose day it is or had passed, else it was the soonest one, brought forward.
 */
export function bookings<K extends BookingKind>(history: ChildHistory, kind: K): readonly Booking<K>[] {
  const kinds = read.get(history) ?? new Map<BookingKind, readonly object[]>()
  read.set(history, kinds)
  const known = kinds.get(kind) ?? readBookings(history, kind)
  kinds.set(kind, known)
  return known as readonly Booking<K>[]
}

/** A booking on the way through the chronology. */
interface Entry {
  readonly event: Booking['event']
  readonly for: LocalDate
  readonly cancelled: End | null
  held: Held | undefined
  replaced: End | null
}

function readBookings(history: ChildHistory, kind: BookingKind): readonly Booking[] {
  const { held, ahead } = MEETINGS[kind]
  const cancellations = ofKind(history.events, 'meeting-cancelled')
  const entries = ofKind(history.events, kind).map((event): Entry => ({
    event,
    for: isoDay(event.data.for),
    cancelled: asEnd(cancellations.find(({ data }) => history.firstOf(data.booking) === event.first)),
    held: undefined,
    replaced: null,
  }))
  const meetings: readonly Held[] = onePerDay<Held>(ofKind(history.events, held))
  const made: Entry[] = []
  for (const turn of inTurn(entries, meetings)) {
    if (turn.turn === 'held') hold(made, turn.meeting)
    else {
      const { entry } = turn
      // One recorded after its day: the meeting may have been held by then.
      entry.held = meetings.find(({ on }) => !on.isBefore(entry.for) && !on.isAfter(entry.event.on))
      replace(made, entry, ahead)
      made.push(entry)
    }
  }
  return entries.map((entry) => ({
    event: entry.event,
    for: entry.for,
    held: entry.held,
    end: earlier(entry.cancelled, entry.replaced),
  }))
}

type Turn =
  | { readonly turn: 'booked'; readonly on: LocalDate; readonly entry: Entry }
  | { readonly turn: 'held'; readonly on: LocalDate; readonly meeting: Held }

/** By day. On the day of a meeting the next one is booked after it, unless the booking is for that very day; of one day's bookings the sooner comes first. */
function inTurn(entries: readonly Entry[], meetings: readonly Held[]): readonly Turn[] {
  const booked = [...entries].sort((a, b) => a.event.on.compareTo(b.event.on) || a.for.compareTo(b.for))
  const turns: readonly Turn[] = [
    ...booked.map((entry): Turn => ({ turn: 'booked', on: entry.event.on, entry })),
    ...meetings.map((meeting): Turn => ({ turn: 'held', on: meeting.on, meeting })),
  ]
  const place = (one: Turn): number => (one.turn === 'held' ? 1 : one.entry.for.isAfter(one.on) ? 2 : 0)
  return [...turns].sort((a, b) => a.on.compareTo(b.on) || place(a) - place(b))
}

/** What stands on a day: what was taken back on it was not yet. */
const standsOn =
  (day: LocalDate) =>
  ({ cancelled, replaced }: Entry): boolean =>
    replaced === null && cancelled?.on.isBefore(day) !== true

const soonest = (entries: readonly Entry[]): Entry | undefined => [...entries].sort((a, b) => a.for.compareTo(b.for))[0]

function hold(made: readonly Entry[], meeting: Held): void {
  const waiting = made.filter((one) => one.held === undefined && standsOn(meeting.on)(one))
  const passed = waiting.filter((one) => !one.for.isAfter(meeting.on))
  const forward = soonest(waiting)
  const its = passed.length > 0 || forward === undefined ? passed : [forward]
  for (const one of its) one.held = meeting
}

function replace(made: readonly Entry[], newer: Entry, ahead: 'one' | 'series'): void {
  const { on } = newer.event
  const standing = made.filter(standsOn(on))
  const over = standing.filter((one) => one.held !== undefined || (one.for.isBefore(on) && one.event.on.isBefore(on)))
  const moved = newer.cancelled !== null ? [] : movedBy(standing, newer, ahead)
  for (const one of [...over, ...(over.every(({ held }) => held !== undefined) ? moved : [])])
    one.replaced = asEnd(newer.event)
}

/** Which of those that stand a newer booking moves. */
function movedBy(standing: readonly Entry[], newer: Entry, ahead: 'one' | 'series'): readonly Entry[] {
  const waiting = standing.filter(({ held }) => held === undefined)
  if (ahead === 'one') return waiting
  const same = waiting.filter((one) => one.for.equals(newer.for))
  // Recorded after its own day it moved nothing.
  if (same.length > 0 || newer.for.isBefore(newer.event.on)) return same
  const later = soonest(waiting.filter((one) => one.for.isAfter(newer.for) && one.event.on.isBefore(newer.event.on)))
  return later === undefined ? [] : [later]
}
