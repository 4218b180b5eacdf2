import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { expectedDay, type Ahead } from '../../../domain/forecast/heldAsDue'
import { wouldMeet } from '../../../domain/forecast/wouldMeet'
import { keyOf } from '../../../domain/timeline/obligation'
import { timeline } from '../../../domain/timeline/timeline'

/** The slow and plain way: what is due first is held on its day, and the timeline is asked again, event by event. */
export function oneDayAtATime(facts: CaseFacts, ahead: Ahead): readonly string[] {
  const now = timeline(facts, ahead.policy, ahead.calendar).obligations
  const dayOf = expectedDay(now, ahead)
  let events: readonly ChronologyEvent[] = facts.events
  const tried = new Set<string>()
  for (;;) {
    const { obligations } = timeline({ ...facts, events }, ahead.policy, ahead.calendar)
    const awaited = obligations
      .filter((one) => one.kind === 'obligation' && one.end.outcome !== 'met' && wouldMeet(one) !== null)
      .filter(({ end }) => end.outcome !== 'cancelled' || end.on.isAfter(ahead.today))
      .map((one) => ({ one, on: dayOf(one) }))
      .filter(({ one, on }) => !on.isAfter(ahead.until) && (one.end.outcome !== 'cancelled' || !on.isAfter(one.end.on)))
      .filter(({ one, on }) => !tried.has(`${keyOf(one)} ${on.toString()}`))
      .sort((a, b) => a.on.compareTo(b.on))
    const [first] = awaited
    if (first === undefined)
      return obligations
        .map(
          (one) =>
            `${one.rule} ${one.subject} ${one.dueOn.toString()} ${one.end.outcome} ${one.end.outcome === 'open' ? '' : one.end.on.toString()}`,
        )
        .sort()
    const made = awaited
      .filter(({ on }) => on.equals(first.on))
      .map(({ one, on }) => {
        tried.add(`${keyOf(one)} ${on.toString()}`)
        const event = wouldMeet(one)
        const about = facts.children.some(({ id }) => id === one.subject) ? { children: [one.subject] } : {}
        return {
          id: `expected ${String(event?.kind)}|${one.subject}|${on.toString()}`,
          ...event,
          on,
          ...about,
        } as ChronologyEvent
      })
    events = [
      ...events,
      ...made.filter(
        ({ id }, at) => made.findIndex((one) => one.id === id) === at && !events.some((one) => one.id === id),
      ),
    ]
  }
}
