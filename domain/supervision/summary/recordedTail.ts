import { isoDay } from '../../calendar/isoDay'
import type { EventData } from '../../chronology/eventKinds'
import type { Effective } from '../../chronology/effectiveEvents'
import { govukDate } from '../../timeline/govukDate'
import { saidOf, type Said } from './recordedHead'

/** Free text in which a name may stand (who asked, why, with whom) is left out; a goal, an action and a role are what the line is about. */
const TAILS: Said = {
  'referral-decided': ({ outcome }) => `: ${REFERRAL[outcome]}`,
  'section-47-ended': ({ outcome }) => (outcome === 'conference' ? ': a conference was called' : ': no conference'),
  'icpc-booked': ({ for: day }) => forDay(day),
  'transfer-in-conference-booked': ({ for: day }) => forDay(day),
  'review-booked': ({ for: day }) => forDay(day),
  'core-group-booked': ({ for: day }) => forDay(day),
  'cin-review-booked': ({ for: day }) => forDay(day),
  'icpc-held': ({ outcome, quorate }) => `${inquorate(quorate)}: ${PLAN_MADE[outcome]}`,
  'transfer-in-conference-held': ({ outcome, quorate }) => `${inquorate(quorate)}: ${PLAN_MADE[outcome]}`,
  'review-held': ({ outcome, quorate }) =>
    `${inquorate(quorate)}: ${outcome === 'continue' ? 'the plan continues' : 'the plan is to end'}`,
  'core-group-held': ({ quorate }) => inquorate(quorate),
  'cin-review-held': ({ independentChair }) => (independentChair === true ? ', with an independent chair' : ''),
  'plan-started': ({ authority }) => (authority === 'other' ? ', by another authority' : ''),
  'plan-ended': ({ reason }) => `: ${PLAN_ENDED[reason]}`,
  'long-plan-decided': ({ months }) => `, at ${String(months)} months`,
  'goal-set': ({ goal, by }) => `: “${goal}”, by ${govukDate(isoDay(by))}`,
  'goal-reviewed': ({ goal, outcome }) => `: “${goal}”, ${GOAL_OUTCOME[outcome]}`,
  'contingency-started': ({ goal }) => `: “${goal}”`,
  'specialist-needed': ({ role }) => `: ${spaced(role)}`,
  'specialist-allocated': ({ role }) => `: ${spaced(role)}`,
  'specialist-ended': ({ role, reason }) => `: ${spaced(role)}, ${SPECIALIST[reason]}`,
  'action-agreed': ({ action, by }) => `: “${action}”, by ${govukDate(isoDay(by))}`,
  'action-done': ({ action }) => `: “${action}”`,
  'safety-plan-agreed': ({ how }) => `: ${AGREED[how]}`,
  'safety-plan-breach-decided': ({ decision }) => `: ${BREACH[decision]}`,
  'police-outcome-recorded': ({ outcome }) => `: ${spaced(outcome)}`,
  'caution-ended': ({ result }) => (result === 'met' ? ': kept to' : ': taken to court'),
  'dispute-stage-ended': ({ stage }) => (/^\d+$/.test(String(stage)) ? `: stage ${String(stage)}` : ''),
  'follow-up-answered': ({ anchor, months }) =>
    `: ${String(months)} ${months === 1 ? 'month' : 'months'} after ${ANCHOR[anchor]}`,
  'consent-recorded': ({ state }) => `: ${state}`,
  'plo-extended': ({ until }) => `, until ${govukDate(isoDay(until))}`,
}

const REFERRAL: Readonly<Record<EventData['referral-decided']['outcome'], string>> = {
  accepted: 'accepted',
  'early-help': 'early help',
  'no-action': 'no further action',
}
const PLAN_MADE = { plan: 'a plan is made', 'no-plan': 'no plan' } as const
const PLAN_ENDED: Readonly<Record<EventData['plan-ended']['reason'], string>> = {
  review: 'by a review',
  moved: 'the child moved',
  adult: 'the child came of age',
  died: 'the child died',
  'left-country': 'the child left the country',
  'looked-after': 'the child became looked after',
  'in-error': 'recorded in error',
  other: 'another reason',
  'not-known': 'the reason is not known',
}
export const GOAL_OUTCOME: Readonly<Record<EventData['goal-reviewed']['outcome'], string>> = {
  met: 'met',
  part: 'met in part',
  not: 'not met',
}
const SPECIALIST = { done: 'work done', declined: 'declined', left: 'left' } as const
const AGREED = { verbal: 'by word of mouth', handwritten: 'by hand', formal: 'as the formal document' } as const
const BREACH: Readonly<Record<EventData['safety-plan-breach-decided']['decision'], string>> = {
  support: 'more support',
  caution: 'conditional caution',
  evidence: 'evidence to prosecute',
  'legal-advice': 'legal advice',
  none: 'no step',
}
const ANCHOR = { 'plan-start': 'the plan started', 'plan-end': 'the plan ended', closure: 'the case closed' } as const

const forDay = (day: string): string => `, for ${govukDate(isoDay(day))}`
const inquorate = (quorate: boolean | undefined): string => (quorate === false ? ', inquorate' : '')
const spaced = (word: string): string => word.replaceAll('-', ' ')

/** What a recorded fact came to, after its date; empty where there is nothing more to say. */
export const recordedTail = (event: Effective): string => saidOf(TAILS, event) ?? ''
