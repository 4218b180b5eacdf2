import type { EventKind } from '../chronology/eventKinds'
import type { Obligation } from '../timeline/obligation'

/** What a coordinator plans by, in the order it is shown. */
export const FORECAST_KINDS = ['icpc', 'transfer-in', 'review', 'core-group', 'cin-review', 'visit', 'other'] as const

export type ForecastKind = (typeof FORECAST_KINDS)[number]

/** Those that need a chair and a room of the conference service. */
export const CONFERENCES: readonly ForecastKind[] = ['icpc', 'transfer-in', 'review']

/** Over a column. */
export const KIND_TITLES: Readonly<Record<ForecastKind, string>> = {
  icpc: 'Initial',
  'transfer-in': 'Transfer-in',
  review: 'Review',
  'core-group': 'Core group',
  'cin-review': 'CIN review',
  visit: 'Visit',
  other: 'Other',
}

/** In a sentence: one, and several. */
const KIND_WORDS: Readonly<Record<ForecastKind, readonly [one: string, several: string]>> = {
  icpc: ['initial conference', 'initial conferences'],
  'transfer-in': ['transfer-in conference', 'transfer-in conferences'],
  review: ['review conference', 'review conferences'],
  'core-group': ['core group', 'core groups'],
  'cin-review': ['child in need review', 'child in need reviews'],
  visit: ['visit', 'visits'],
  other: ['other thing due', 'other things due'],
}

/** `1 core group`, `3 core groups`. */
export const counted = (kind: ForecastKind, count: number): string =>
  `${String(count)} ${KIND_WORDS[kind][count === 1 ? 0 : 1]}`

const OF_RULE: Readonly<Record<string, ForecastKind>> = {
  'strategy-to-icpc': 'icpc',
  'transfer-in-conference': 'transfer-in',
  'review-first': 'review',
  'review-next': 'review',
  'core-group-first': 'core-group',
  'core-group': 'core-group',
  'cin-review': 'cin-review',
  visit: 'visit',
  'visit-safety-plan': 'visit',
  'cin-visit': 'visit',
  'enquiry-child-seen': 'visit',
  'assessment-child-seen': 'visit',
}

const OF_MEETING: Readonly<Partial<Record<EventKind, ForecastKind>>> = {
  'icpc-held': 'icpc',
  'transfer-in-conference-held': 'transfer-in',
  'review-held': 'review',
  'core-group-held': 'core-group',
}

/** The kind of an obligation. A meeting to be held again is of the kind it was. */
export function kindOf({ rule, explanation }: Pick<Obligation, 'rule' | 'explanation'>): ForecastKind {
  if (rule !== 'reconvene') return OF_RULE[rule] ?? 'other'
  const from = explanation.find((step) => step.step === 'counted-from')
  return (from === undefined ? undefined : OF_MEETING[from.event]) ?? 'other'
}
