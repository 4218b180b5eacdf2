import type { LocalDate } from '@js-joda/core'
import { newId } from '../../../activities/newId'
import type { NewEvent } from '../../../activities/chronology/appendEvents'
import { heldBy, type HeldBy } from '../../../activities/people/heldBy'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'

interface HandingOn {
  readonly fromId: string
  readonly toId: string
  /** The day it happened. */
  readonly on: LocalDate
  readonly today: LocalDate
  /** Epoch milliseconds. */
  readonly now: number
}

export interface HandedOn {
  readonly held: HeldBy
  /** The events that say so, in order. */
  readonly events: readonly NewEvent[]
  /** The facts with them. */
  readonly after: CaseFacts
}

/** What is recorded when one person hands a case on to another; in words, why it cannot be. `facts`: as they are known today. */
export function handOn(facts: CaseFacts, { fromId, toId, on, today, now }: HandingOn): HandedOn | string {
  const held = heldBy(facts, fromId, today)
  if (held.worked.length + held.chaired.length === 0) return 'They do not hold this case.'
  const all = facts.children.map(({ id }) => id)
  const event = (kind: string, person: string, children: readonly string[]): NewEvent => ({
    ...{ id: newId(now), kind, on: on.toString(), children: children.length === all.length ? [] : children },
    ...{ data: { person }, supersedes: null, void: false, source: null },
  })
  const events = [
    ...(held.worked.length === 0
      ? []
      : [event('worker-ended', fromId, held.worked), event('worker-allocated', toId, held.worked)]),
    ...(held.chaired.length === 0 ? [] : [event('chair-allocated', toId, held.chaired)]),
  ]
  const after: CaseFacts = { ...facts, events: [...facts.events, ...events.map((one) => asFact(one, on))] }
  const takes = heldBy(after, toId, today)
  const taken =
    held.worked.every((id) => takes.worked.includes(id)) && held.chaired.every((id) => takes.chaired.includes(id))
  return taken ? { held, events, after } : `They took it on after ${on.toString()}. Give a later day with --on.`
}

// The payload of these three kinds is `person` and nothing else.
const asFact = ({ id, kind, children, data }: NewEvent, on: LocalDate): ChronologyEvent =>
  ({ id, kind, on, data, ...(children.length === 0 ? {} : { children }) }) as ChronologyEvent
