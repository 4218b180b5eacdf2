import { childId } from '../mapping/mapContext'
import type { ImportedEvent } from '../imported'
import { stableId } from '../stableId'
import type { Draft } from './draft'
import type { Place } from './recordReader'
import { thingOf } from './thingOf'

/** Where an event stands in the file. */
export interface EventPlace {
  readonly day: Place
  /** What else the census says of it; the day's place when that is all. */
  readonly value: Place
}

/** What a census tells about a child beside the events themselves, by event id. */
export interface EventPlaces {
  readonly places: ReadonlyMap<string, EventPlace>
  /** Events whose day the census does not give. */
  readonly assumed: ReadonlySet<string>
}

/** In the order in which one day's events of an extract are kept. */
const ORDER = [
  'child-left',
  'referral-received',
  'referral-decided',
  'case-closed',
  'assessment-started',
  'assessment-authorised',
  'strategy-discussion',
  'section-47-ended',
  'transfer-in-notified',
  'icpc-held',
  'transfer-in-conference-held',
  'plan-started/cpp',
  'plan-ended/cpp',
  'review-held',
  'plan-started/cin',
  'plan-ended/cin',
]

/**
 * Gives a child's events ids made from their content, because a census has none: child, kind, day, and a number among equal ones, in the
 * order of what their records say. Reading again, or elements in another order, gives the same ids.
 */
export function numberedEvents(
  child: string,
  drafts: readonly Draft[],
): EventPlaces & { readonly events: readonly ImportedEvent[] } {
  const inOrder = drafts
    .map((draft) => ({ draft, thing: thingOf(draft) }))
    .sort(
      (a, b) =>
        byText(a.draft.on, b.draft.on) ||
        ORDER.indexOf(a.thing) - ORDER.indexOf(b.thing) ||
        byText(a.draft.content, b.draft.content),
    )
  const named = new Map<Draft, { readonly id: string; readonly record: string }>()
  const used = new Map<string, number>()
  for (const { draft, thing } of inOrder) {
    const key = `${thing}|${draft.on}`
    const number = (used.get(key) ?? 0) + 1
    used.set(key, number)
    named.set(draft, {
      id: stableId('event', 'census', child, thing, draft.on, String(number)),
      // One of a kind and record in its system: the plan is part of it, the kind is beside it.
      record: [child, ...('plan' in draft.data ? [draft.data.plan] : []), draft.on, number].join('/'),
    })
  }
  const places = new Map<string, EventPlace>()
  const assumed = new Set<string>()
  const events = inOrder.map(({ draft }) => {
    const { id, record } = named.get(draft) ?? { id: '', record: '' }
    places.set(id, { day: draft.place, value: draft.valuePlace })
    if (draft.day === 'assumed') assumed.add(id)
    const { names } = draft
    return {
      id,
      kind: draft.kind,
      on: draft.on,
      children: [childId(child)],
      data: names === null ? draft.data : { ...draft.data, [names.field]: named.get(names.draft)?.id },
      source: { system: 'census', record },
    } as ImportedEvent
  })
  return { events, places, assumed }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
