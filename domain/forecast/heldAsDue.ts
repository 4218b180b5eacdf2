import type { LocalDate } from '@js-joda/core'
import { earliest } from '../calendar/earliest'
import type { CaseFacts } from '../chronology/caseFacts'
import type { ChronologyEvent } from '../chronology/chronologyEvent'
import type { EventKind } from '../chronology/eventKinds'
import type { Obligation } from '../timeline/obligation'
import { timeline } from '../timeline/timeline'
import { ask, imaginedEvent, type Ahead, type HeldAsDue, type Imagined } from './ahead'
import { awaitedIn, expectedDay, type DayOf, type Imaginable } from './awaited'
import { dayByDay } from './dayByDay'
import { rolledOn } from './rolledOn'
import { BOOKING_OF } from './wouldMeet'

/** So many guesses are made; a case that is not settled by then is not one that can be guessed. */
const MOST_GUESSES = 10

/**
 * A case as it would go if every meeting were held and every visit made on its day: imagined events are added to the facts and `timeline` is asked again.
 * The days are guessed ahead, so that two asks are enough for most cases. What cannot be guessed is gone through day by day, which always comes to an
 * end: no case is asked for ever. `facts`: known up to today.
 */
export function heldAsDue(facts: CaseFacts, ahead: Ahead): HeldAsDue {
  const now = timeline(facts, ahead.policy, ahead.calendar).obligations
  return guessedAhead(facts, now, ahead) ?? dayByDay(facts, now, ahead)
}

/**
 * All days guessed at once, until the timeline agrees that each event was made on the day something was due and nothing that could be imagined is left
 * open; what the guess got wrong is thrown away from that day on. Null where it does not come to agree.
 */
function guessedAhead(facts: CaseFacts, now: readonly Obligation[], ahead: Ahead): HeldAsDue | null {
  const dayOf = expectedDay(now, ahead)
  let imagined: Imagined = new Map()
  let then = now
  for (let guesses = 0; guesses <= MOST_GUESSES; guesses += 1) {
    const ours = awaitedIn(then, dayOf, ahead)
    // What is open although its event was imagined cannot be met by it.
    if (ours.some(({ name }) => imagined.has(name))) return null
    const wrong = earliest([...guessedWrong(then, imagined, dayOf), ...ours.map(({ on }) => on)])
    if (wrong === null) return { now, then, imagined, asks: guesses + 1 }
    const kept = new Map([...imagined].filter(([, event]) => event.on.isBefore(wrong)))
    // Where nothing has to be thrown away the answer stands, and goes on from what is awaited.
    imagined = kept.size < imagined.size ? kept : new Map([...imagined, ...guess(facts, ours, ahead)])
    then = ask(facts, imagined, ahead)
  }
  return null
}

/** The days on which the timeline does not agree: something imagined came too late, or on a day nothing was due. */
function guessedWrong(then: readonly Obligation[], imagined: Imagined, dayOf: DayOf): readonly LocalDate[] {
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
