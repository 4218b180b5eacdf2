import type { EventData, EventKind } from '../../chronology/eventKinds'
import type { Effective } from '../../chronology/effectiveEvents'
import { evidenceWords } from '../../timeline/eventWords'
import { PLAN_WORDS } from './planKind'

/** By kind, what may be said of its payload. */
export type Said = { readonly [K in EventKind]?: (data: EventData[K]) => string }

/** The words for an event of whatever kind; undefined where its kind has none. */
export const saidOf = (said: Said, { kind, data }: Effective): string | undefined =>
  (said[kind] as ((data: EventData[EventKind]) => string) | undefined)?.(data)

/** Kinds whose own words would say too much, too little or read badly as a fact. */
const HEADS: Said = {
  'plan-started': ({ plan }) => `${PLAN_WORDS[plan]} started`,
  'plan-ended': ({ plan }) => `${PLAN_WORDS[plan]} ended`,
  'strategy-discussion': ({ opensSection47 }) =>
    opensSection47 ? evidenceWords('strategy-discussion') : 'Strategy discussion that opened no section 47 enquiry',
  'section-47-ended': () => 'Section 47 enquiry ended',
  'icpc-not-required': () => 'Initial child protection conference decided not to be needed',
  'report-shared': ({ for: meeting }) =>
    `Report for the ${meeting === 'icpc' ? 'initial' : 'review'} conference shared`,
  'record-circulated': ({ of }) => `${of === 'decision' ? 'Decision' : 'Record'} of a conference circulated`,
  'long-plan-decided': () => 'Manager’s decision on a long plan recorded',
  'contingency-started': () => 'Contingency step started for a goal',
  'care-measured': () => 'Child’s care measured',
  'worker-allocated': () => 'Social worker allocated',
  'worker-ended': () => 'Social worker ended',
  'chair-allocated': () => 'Conference chair allocated',
  'transferred-out': () => 'Case transferred out',
  'looked-after-started': () => 'Child became looked after',
  'looked-after-ended': () => 'Child no longer looked after',
  'plo-reviewed': () => 'Pre-proceedings reviewed',
  'caution-given': () => 'Conditional caution given',
  'caution-compliance-asked': () => 'Asked whether the caution is kept to',
  'caution-ended': () => 'Conditional caution ended',
  'child-left': ({ reason }) => LEFT[reason],
}

const LEFT: Readonly<Record<EventData['child-left']['reason'], string>> = {
  died: 'Child died',
  adult: 'Child came of age',
  moved: 'Child moved away',
  adopted: 'Child adopted',
}

/** What a recorded fact is called, before its date. */
export const recordedHead = (event: Effective): string => saidOf(HEADS, event) ?? evidenceWords(event.kind)
