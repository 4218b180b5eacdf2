import { isoDay } from '../../../domain/calendar/isoDay'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { effectiveEvents } from '../../../domain/chronology/effectiveEvents'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import type { Recordable } from '../../queries/web/recordable'
import { dayWords } from '../app/momentWords'
import { optionWords } from './fieldWords'
import { kindWords } from './kindWords'

/** What a field is chosen from, besides what its schema says. */
export interface Choice {
  readonly value: string
  readonly text: string
}

const PLANS: readonly EventKind[] = ['plan-started', 'icpc-held', 'transfer-in-conference-held']
const PLAN_KINDS = ['cpp', 'cin', 'plo', 'safety'] as const
const MEETINGS: readonly EventKind[] = [
  ...(['icpc-held', 'review-held', 'core-group-held', 'transfer-in-conference-held'] as const),
  ...(['cin-review-held', 'strategy-discussion'] as const),
]
const BOOKINGS: readonly EventKind[] = [
  ...(['icpc-booked', 'review-booked', 'core-group-booked', 'cin-review-booked'] as const),
  'transfer-in-conference-booked',
]

/** Which facts of the case a field names, by `kind.name`. */
const NAMED: Readonly<Record<string, readonly EventKind[]>> = {
  'referral-decided.referral': ['referral-received'],
  'assessment-authorised.referral': ['referral-received'],
  'section-47-ended.enquiry': ['strategy-discussion'],
  'plan-ended.of': PLANS,
  'meeting-cancelled.booking': BOOKINGS,
  'action-agreed.meeting': MEETINGS,
  'action-done.action': ['action-agreed'],
  'contingency-started.goal': ['goal-set'],
  'goal-reviewed.goal': ['goal-set'],
  'safety-plan-breach-passed-on.breach': ['safety-plan-breached'],
  'safety-plan-breach-decided.breach': ['safety-plan-breached'],
  'caution-compliance-asked.caution': ['caution-given'],
  'caution-ended.caution': ['caution-given'],
  'information-answered.request': ['information-requested'],
  'dispute-stage-ended.dispute': ['dispute-raised'],
  'dispute-resolved.dispute': ['dispute-raised'],
}
const PEOPLE: ReadonlySet<string> = new Set([
  ...['worker-allocated.person', 'worker-ended.person', 'chair-allocated.person', 'specialist-allocated.person'],
  ...['individual-supervision-held.worker', ...BOOKINGS.map((kind) => `${kind}.approvedBy`)],
])
const TEAMS: ReadonlySet<string> = new Set(['transferred-in.team', 'transferred-out.team', 'handover-proposed.to'])

/** What is chosen from for a field: facts of this case that stand, the newest first, people in post, teams; undefined where it is typed or its schema has the choices. */
export function choicesFor(kind: EventKind, name: string, from: Recordable): readonly Choice[] | undefined {
  const field = `${kind}.${name}`
  const named = NAMED[field]
  if (named !== undefined)
    return effectiveEvents(from.facts.events)
      .events.filter((event) => named.includes(event.kind))
      .map(choiceOf)
      .reverse()
  if (field === 'goal-set.plan')
    return PLAN_KINDS.map((value) => ({ value, text: optionWords('plan-started', 'plan', value) }))
  if (PEOPLE.has(field))
    return from.people.map(({ id, name: who, job_title }) => ({ value: id, text: `${who}, ${job_title}` }))
  if (TEAMS.has(field)) return from.teams.map(({ id, name: team }) => ({ value: id, text: team }))
  return undefined
}

/** A goal is known by its name, every other fact by its first version. */
const choiceOf = (event: ChronologyEvent & { readonly first: string }): Choice => ({
  value: event.kind === 'goal-set' ? event.data.goal : event.first,
  text: `${aboutOf(event)}, ${dayWords(event.on)}`,
})

function aboutOf(event: ChronologyEvent): string {
  if (event.kind === 'goal-set') return event.data.goal
  if (event.kind === 'action-agreed') return event.data.action
  if ('for' in event.data && event.kind.endsWith('-booked'))
    return `${kindWords(event.kind)} for ${dayWords(isoDay(event.data.for))}`
  return kindWords(event.kind)
}
