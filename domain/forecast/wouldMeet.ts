import type { EventData, EventKind } from '../chronology/eventKinds'
import type { Obligation } from '../timeline/obligation'
import { kindOf, type ForecastKind } from './forecastKind'

/** An event that could be recorded: its kind and its payload. */
export type Recordable = { [K in EventKind]: { readonly kind: K; readonly data: EventData[K] } }[EventKind]

/**
 * What is taken to happen for each kind: plans continue and children are seen. Whether an initial conference makes a plan is a decision nobody
 * knows: none is assumed, so nothing follows from it but its record. A child who comes with a plan keeps it.
 */
const EVENTS: Readonly<Record<Exclude<ForecastKind, 'other'>, Recordable>> = {
  icpc: { kind: 'icpc-held', data: { outcome: 'no-plan', quorate: true } },
  'transfer-in': { kind: 'transfer-in-conference-held', data: { outcome: 'plan', quorate: true } },
  review: { kind: 'review-held', data: { outcome: 'continue', quorate: true } },
  'core-group': { kind: 'core-group-held', data: { quorate: true } },
  'cin-review': { kind: 'cin-review-held', data: { independentChair: true } },
  visit: { kind: 'visit-made', data: { seen: true, seenAlone: true } },
}

/** The event that would meet an obligation; null where what meets it is a decision, or starts nothing: that is counted once, on its day. */
export function wouldMeet(obligation: Pick<Obligation, 'rule' | 'explanation'>): Recordable | null {
  if (obligation.rule === 'safety-plan-review') return { kind: 'safety-plan-reviewed', data: {} }
  if (obligation.rule === 'individual-supervision') return { kind: 'individual-supervision-held', data: {} }
  const kind = kindOf(obligation)
  return kind === 'other' ? null : EVENTS[kind]
}

/** The booking that says when an event of a kind is to be. */
export const BOOKING_OF: Readonly<Partial<Record<EventKind, EventKind>>> = {
  'icpc-held': 'icpc-booked',
  'transfer-in-conference-held': 'transfer-in-conference-booked',
  'review-held': 'review-booked',
  'core-group-held': 'core-group-booked',
  'cin-review-held': 'cin-review-booked',
}
