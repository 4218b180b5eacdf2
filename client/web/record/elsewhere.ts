import type { EventKind } from '../../../domain/chronology/eventKinds'

/** A page of the case, below /cases/:ref/, and what it is called. */
interface Own {
  readonly path: string
  readonly called: string
}

const CLOSING: Own = { path: 'closing', called: 'closing and stepping down' }
const CONFERENCES: Own = { path: 'conferences', called: 'conferences and core groups' }
const PLANS: Own = { path: 'plans', called: 'plans and goals' }
const SAFETY: Own = { path: 'safety-plan', called: 'the safety plan' }
const FOLLOW_UPS: Own = { path: 'follow-ups', called: 'follow-ups' }

/** Kinds that are recorded together with more than one form asks: each on the page that asks for all of it. */
const ELSEWHERE: Readonly<Partial<Record<EventKind, Own>>> = {
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

/** In whose course the fact comes by itself: a session of group supervision. */
const SESSION: ReadonlySet<EventKind> = new Set(['supervision-summary-written', 'discussed-in-supervision'])

/** The page on which a kind is recorded; undefined where it has a form of its own here. */
export function elsewhere(
  kind: EventKind,
  ref: string,
): { readonly href: string; readonly called: string } | undefined {
  if (SESSION.has(kind)) return { href: '/calendar', called: 'the session' }
  const own = ELSEWHERE[kind]
  return own === undefined ? undefined : { href: `/cases/${encodeURIComponent(ref)}/${own.path}`, called: own.called }
}

export const hasForm = (kind: EventKind): boolean => elsewhere(kind, '') === undefined
