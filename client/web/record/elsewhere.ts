import type { EventKind } from '../../../domain/chronology/eventKinds'

const CLOSING = 'closing'
const CONFERENCES = 'conferences'
const PLANS = 'plans'
const SAFETY = 'safety-plan'
const FOLLOW_UPS = 'follow-ups'

/** Kinds that are recorded together with more than one form asks: each on the page, below /cases/:ref/, that asks for all of it. */
const ELSEWHERE: Readonly<Partial<Record<EventKind, string>>> = {
  'step-down-proposed': CLOSING,
  'step-down-accepted': CLOSING,
  'step-down-declined': CLOSING,
  'stepped-down': CLOSING,
  'closure-proposed': CLOSING,
  'closure-accepted': CLOSING,
  'closure-declined': CLOSING,
  'case-closed': CLOSING,
  'icpc-booked': CONFERENCES,
  'transfer-in-conference-booked': CONFERENCES,
  'review-booked': CONFERENCES,
  'core-group-booked': CONFERENCES,
  'record-circulated': CONFERENCES,
  'goal-set': PLANS,
  'goal-reviewed': PLANS,
  'safety-plan-agreed': SAFETY,
  'safety-plan-signed': SAFETY,
  'safety-plan-shared': SAFETY,
  'safety-plan-reviewed': SAFETY,
  'safety-plan-breached': SAFETY,
  'follow-up-answered': FOLLOW_UPS,
}

/** Of these the usual way is a page of its own; less than that page asks for is recorded here: a safety plan agreed on the doorstep, before it is written up. */
const HERE_TOO: ReadonlySet<EventKind> = new Set(['safety-plan-agreed'])

/** In whose course the fact comes by itself: a session of group supervision. */
const SESSION: ReadonlySet<EventKind> = new Set(['supervision-summary-written', 'discussed-in-supervision'])

/** The page on which a kind is recorded; undefined where it has a form of its own here. */
export function elsewhere(kind: EventKind, ref: string): string | undefined {
  if (SESSION.has(kind)) return '/calendar'
  const path = ELSEWHERE[kind]
  return path === undefined ? undefined : `/cases/${encodeURIComponent(ref)}/${path}`
}

/** Whether a kind has a form here to record it anew. */
export const hasForm = (kind: EventKind): boolean => elsewhere(kind, '') === undefined || HERE_TOO.has(kind)

/** Kinds recorded elsewhere whose every field one form can show: what was typed wrong is put right in it. */
const CORRECTED_HERE: ReadonlySet<EventKind> = new Set([
  ...(['icpc-booked', 'transfer-in-conference-booked', 'review-booked', 'core-group-booked'] as const),
  ...(['goal-set', 'goal-reviewed'] as const),
])

/** Whether a fact of this kind is put right in its form here. Every other is taken back, and recorded again where it is recorded. */
export const isCorrectedHere = (kind: EventKind): boolean =>
  elsewhere(kind, '') === undefined || CORRECTED_HERE.has(kind)
