import type { LocalDate } from '@js-joda/core'
import { earliest } from '../calendar/earliest'
import type { CaseFacts } from '../chronology/caseFacts'
import type { Obligation } from '../timeline/obligation'
import { ask, imaginedEvent, type Ahead, type HeldAsDue, type Imagined } from './ahead'
import { awaitedIn, expectedDay } from './awaited'
import { wouldMeet } from './wouldMeet'

/**
 * The plain way, one ask for each day: what is due first is held on its day, and the timeline is asked again. An event that meets nothing is dropped, and
 * what it was for is left open, to be counted once. It always comes to an end: the days only go forward, no event is imagined twice, and one that was
 * dropped does not come back.
 */
export function dayByDay(facts: CaseFacts, now: readonly Obligation[], ahead: Ahead): HeldAsDue {
  const dayOf = expectedDay(now, ahead)
  const tried = new Set<string>()
  let imagined: Imagined = new Map()
  let then = now
  let asks = 1
  let from: LocalDate | null = null
  for (;;) {
    const since: LocalDate | null = from
    const ours = awaitedIn(then, dayOf, ahead).filter(
      ({ name, on }) => !tried.has(name) && (since === null || !on.isBefore(since)),
    )
    const first = earliest(ours.map(({ on }) => on))
    if (first === null) return { now, then, imagined, asks }
    from = first
    const made = ours
      .filter(({ on }) => on.equals(first))
      .map(({ event, obligation: { subject }, name }) => {
        tried.add(name)
        return [name, imaginedEvent(facts, event, subject, first)] as const
      })
    imagined = new Map([...imagined, ...made])
    for (let dropped = true; dropped;) {
      then = ask(facts, imagined, ahead)
      asks += 1
      const meeting = new Set(then.flatMap((one) => (one.end.outcome === 'met' && isAwaited(one) ? [one.end.by] : [])))
      const kept: Imagined = new Map([...imagined].filter(([id]) => meeting.has(id)))
      dropped = kept.size < imagined.size
      imagined = kept
    }
  }
}

/** That it also meets what nobody waits for, a record or a stall, is no reason to imagine a meeting. */
const isAwaited = (one: Obligation): boolean => one.kind === 'obligation' && wouldMeet(one) !== null
