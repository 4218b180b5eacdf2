import { asEnd, birthdayOf, earlier, leftSince, ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'
import type { Problem } from './problem'
import type { ProtectionPlan } from './protectionPlans'

/** A child in need plan, or pre-proceedings (PLO), of one child. */
export interface OtherPlan {
  readonly plan: 'cin' | 'plo'
  /** The event that started it, and its first version. */
  readonly id: string
  readonly first: string
  readonly startedOn: Effective['on']
  readonly end: End | null
}

interface Named {
  readonly plan: OtherPlan['plan']
  /** What people call it. */
  readonly words: string
}

/**
 * The child in need plans of a child in order. One ends by its recorded end, the child's leaving, the eighteenth birthday or the closing of the case,
 * whichever is first; and when a child protection plan starts, whose rules are the stricter ones: that the end was not recorded is a problem.
 */
export function cinPlans(history: ChildHistory, protection: readonly ProtectionPlan[]) {
  const { plans, problems } = plansOf(history, { plan: 'cin', words: 'child in need plans' })
  const overtaken: Problem[] = []
  const ended = plans.map((plan): OtherPlan => {
    const cpp = protection.find(
      ({ startedOn }) => !startedOn.isBefore(plan.startedOn) && (plan.end === null || startedOn.isBefore(plan.end.on)),
    )
    const during = protection.find(
      ({ startedOn, end }) => startedOn.isBefore(plan.startedOn) && (end === null || end.on.isAfter(plan.startedOn)),
    )
    if (during !== undefined)
      overtaken.push({
        events: [during.id, plan.id],
        problem: 'a child in need plan started while a child protection plan ran; both stand',
      })
    if (cpp === undefined) return plan
    overtaken.push({
      events: [plan.id, cpp.id],
      problem: 'a child protection plan started during a child in need plan; the child in need plan ended with it',
    })
    return { ...plan, end: { by: cpp.id, on: cpp.startedOn } }
  })
  return { plans: ended, problems: [...problems, ...overtaken] }
}

/** The pre-proceedings of a child in order, ended as a child in need plan is but for a child protection plan: the two run side by side. */
export const ploPlans = (history: ChildHistory) => plansOf(history, { plan: 'plo', words: 'pre-proceedings' })

function plansOf(
  history: ChildHistory,
  { plan, words }: Named,
): { readonly plans: readonly OtherPlan[]; readonly problems: readonly Problem[] } {
  const plans: OtherPlan[] = []
  const problems: Problem[] = []
  const starts = ofKind(history.events, 'plan-started').filter(
    ({ data }) => data.plan === plan && data.authority !== 'other',
  )
  for (const start of starts) {
    const last = plans.at(-1)
    if (last !== undefined && (last.end === null || last.end.on.isAfter(start.on))) {
      problems.push({ events: [last.id, start.id], problem: `two ${words} run at once; the first one stands` })
      continue
    }
    plans.push({ plan, id: start.id, first: start.first, startedOn: start.on, end: endOf(history, plan, start) })
  }
  return { plans, problems }
}

function endOf(history: ChildHistory, plan: OtherPlan['plan'], start: Effective): End | null {
  const { events, firstOf } = history
  const ended = ofKind(events, 'plan-ended').find(
    ({ on, data }) =>
      data.plan === plan && !on.isBefore(start.on) && (data.of === undefined || firstOf(data.of) === start.first),
  )
  const turns = ofKind(events, 'case-closed', 'case-reopened')
  const closed = turns.find(
    ({ kind, on }, index) =>
      kind === 'case-closed' && !on.isBefore(start.on) && turns[index + 1]?.kind !== 'case-reopened',
  )
  return [asEnd(ended), asEnd(closed), leftSince(history, start.on), birthdayOf(history)].reduce<End | null>(
    earlier,
    null,
  )
}
