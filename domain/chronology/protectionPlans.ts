import type { LocalDate } from '@js-joda/core'
import type { EventOf } from './chronologyEvent'
import { earlier, ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'
import type { Problem } from './problem'

type Conference = Effective<EventOf<'icpc-held' | 'transfer-in-conference-held'>>

/** A child protection plan of our own. */
export interface ProtectionPlan {
  readonly child: string
  /** The event that started it (the conference where no start was recorded), and its first version. */
  readonly id: string
  readonly first: string
  readonly startedOn: LocalDate
  /** The conference that made it, if one was recorded. */
  readonly conference: Conference | null
  readonly end: End | null
}

/**
 * The child protection plans of a child in order. A plan ends by a quorate review that ends it, a recorded end, the child's leaving, the
 * eighteenth birthday or the closing of the case, whichever is first. Two that run at once are a problem, and the first stands.
 */
export function protectionPlans(history: ChildHistory): {
  readonly plans: readonly ProtectionPlan[]
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const conferences = ofKind(history.events, 'icpc-held', 'transfer-in-conference-held').filter(
    (event) => event.data.outcome === 'plan',
  )
  const starts = ofKind(history.events, 'plan-started').filter(
    (event) => event.data.plan === 'cpp' && event.data.authority !== 'other',
  )
  const plans: ProtectionPlan[] = []
  for (const start of starts) {
    const before = plans.at(-1)
    if (before !== undefined && (before.end === null || before.end.on.isAfter(start.on))) {
      problems.push({
        events: [before.id, start.id],
        problem: 'two child protection plans run at once; the first one stands',
      })
      continue
    }
    const conference =
      conferences
        .filter((held) => !held.on.isAfter(start.on) && (before === undefined || held.on.isAfter(before.startedOn)))
        .at(-1) ?? null
    plans.push({
      child: history.child.id,
      id: start.id,
      first: start.first,
      startedOn: start.on,
      conference,
      end: endOf(history, start.id, start.first, start.on),
    })
  }
  return { plans: withConferences(history, plans, conferences), problems }
}

/** Conferences no start belongs to: one while a plan without a conference runs is that plan's; another made a plan whose start was not recorded. */
function withConferences(
  history: ChildHistory,
  plans: readonly ProtectionPlan[],
  conferences: readonly Conference[],
): readonly ProtectionPlan[] {
  let all = [...plans]
  for (const held of conferences) {
    if (all.some((plan) => plan.conference?.id === held.id)) continue
    const running = all.find(
      (plan) => !held.on.isBefore(plan.startedOn) && (plan.end === null || !plan.end.on.isBefore(held.on)),
    )
    if (running === undefined) {
      all.push({
        child: history.child.id,
        id: held.id,
        first: held.first,
        startedOn: held.on,
        conference: held,
        end: endOf(history, held.id, held.first, held.on),
      })
    } else if (running.conference === null) {
      all = all.map((plan) => (plan === running ? { ...plan, conference: held } : plan))
    }
  }
  return all.sort((a, b) => a.startedOn.compareTo(b.startedOn))
}

function endOf(history: ChildHistory, id: string, first: string, from: LocalDate): End | null {
  const later = (event: { readonly on: LocalDate }): boolean => !event.on.isBefore(from)
  const review = ofKind(history.events, 'review-held').find(
    (event) => later(event) && event.data.outcome === 'end' && event.data.quorate !== false,
  )
  const ended = ofKind(history.events, 'plan-ended').find(
    (event) =>
      later(event) &&
      event.data.plan === 'cpp' &&
      (event.data.of === undefined || event.data.of === id || event.data.of === first),
  )
  const closed = ofKind(history.events, 'case-closed').find(later)
  const as = (event: { readonly id: string; readonly on: LocalDate } | undefined): End | null =>
    event === undefined ? null : { by: event.id, on: event.on }
  const birthday =
    history.adultOn === null || history.adultOn.isBefore(from) ? null : { by: 'birthday', on: history.adultOn }
  const left = history.left !== null && later(history.left) ? history.left : null
  return [as(review), as(ended), left, as(closed), birthday].reduce(earlier, null)
}
