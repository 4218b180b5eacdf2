import type { EventKind } from '../chronology/eventKinds'

/** Meetings that decide about a child protection plan. A core group has no paperwork of its own. */
export type ConferenceKind = 'initial' | 'transfer-in' | 'review' | 'core-group'

/** The rules that make one due. */
const OF_RULE: Readonly<Record<string, ConferenceKind>> = {
  'strategy-to-icpc': 'initial',
  'transfer-in-conference': 'transfer-in',
  'review-first': 'review',
  'review-next': 'review',
  'core-group-first': 'core-group',
  'core-group': 'core-group',
}

/** One that was held and has to be held again, by the kind of its record. */
const OF_MEETING: Partial<Record<EventKind, ConferenceKind>> = {
  'icpc-held': 'initial',
  'transfer-in-conference-held': 'transfer-in',
  'review-held': 'review',
  'core-group-held': 'core-group',
}

export const HELD_AGAIN = 'reconvene'

/** Which conference meets what a rule asks for; undefined where none does. `trigger`: the kind of the fact it runs from. */
export const conferenceKind = (rule: string, trigger: EventKind | undefined): ConferenceKind | undefined =>
  rule === HELD_AGAIN ? conferenceHeld(trigger) : OF_RULE[rule]

/** The kind of conference that a record says was held. */
export const conferenceHeld = (kind: EventKind | undefined): ConferenceKind | undefined =>
  kind === undefined ? undefined : OF_MEETING[kind]

/** What is written about a conference, by rule: reports before it run from its booking, its decision and record from the day it was held. */
export const PAPERS: Readonly<
  Record<string, { readonly from: 'booking'; readonly of: ConferenceKind } | { readonly from: 'held' }>
> = {
  'icpc-report': { from: 'booking', of: 'initial' },
  'review-report': { from: 'booking', of: 'review' },
  'conference-decision': { from: 'held' },
  'conference-record': { from: 'held' },
}

/** `Review conference`. */
export const conferenceWords: Readonly<Record<ConferenceKind, string>> = {
  initial: 'Initial child protection conference',
  'transfer-in': 'Transfer-in conference',
  review: 'Review conference',
  'core-group': 'Core group',
}
