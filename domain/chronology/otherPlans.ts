import type { LocalDate } from '@js-joda/core'
import { asEnd, birthdayOf, earlier, leftSince, ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'
import { finalClosing } from './finalClosing'
import { firstStillOpen, isOfOnePlan } from './firstStillOpen'
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
  /** What people call it, one and many. */
  readonly one: string
  readonly many: string
  /** The plans whose start ends it. */
  readonly stricter: readonly ProtectionPlan[]
}

/**
 * The child in need plans of a child in order. One ends by its recorded end, the child's leaving, the eighteenth birthday or the closing of the case,
 * whichever is first; and when a child protection plan starts, whose rules are the stricter ones: that the end was not recorded is a problem. Of two at once
 * the first stands; when it ends the other one takes its place, from its own start, unless it has ended too.
 */
export function cinPlans(history: ChildHistory, protection: readonly ProtectionPlan[]) {
  const names = { plan: 'cin', one: 'a child in need plan', many: 'child in need plans' } as const
  const { plans, problems } = plansOf(history, { ...names, stricter: protection })
  const both = plans.flatMap((plan): Problem[] => {
    const overtaker = protection.find(({ id }) => id === plan.end?.by)
    const around = protection.find(
      ({ startedOn, end }) => startedOn.isBefore(plan.startedOn) && (end === null || end.on.isAfter(plan.startedOn)),
    )
    return [
      ...problem(around, plan, 'a child in need plan started while a child protection plan ran; both stand'),
      ...problem(
        plan,
        overtaker,
        'a child protection plan started during a child in need plan; the child in need plan ended with it',
      ),
    ]
  })
  return { plans, problems: [...problems, ...both] }
}

/** The pre-proceedings of a child in order, ended as a child in need plan is but for a child protection plan: the two run side by side. */
export const ploPlans = (history: ChildHistory) =>
  plansOf(history, { plan: 'plo', one: 'pre-proceedings', many: 'pre-proceedings', stricter: [] })

interface Identified {
  readonly id: string
}

const problem = (a: Identified | undefined, b: Identified | undefined, words: string): Problem[] =>
  a === undefined || b === undefined ? [] : [{ events: [a.id, b.id], problem: words }]

function plansOf(
  history: ChildHistory,
  named: Named,
): { readonly plans: readonly OtherPlan[]; readonly problems: readonly Problem[] } {
  const { plan, many } = named
  const plans: OtherPlan[] = []
  const problems: Problem[] = []
  const waiting: Effective[] = []
  /** The last one. Once it has ended, by a day or for good, the first of those that waited for its end takes its place. */
  const lastOn = (day: LocalDate | null): OtherPlan | undefined => {
    const last = plans.at(-1)
    if (last === undefined || (day !== null && runsAfter(last, day))) return last
    if (last.end !== null && !isOfOnePlan(history, last.end)) waiting.length = 0
    const next = firstStillOpen(waiting, last, (start) => planOf(history, named, { start, before: last.end }))
    if (next === undefined) return last
    plans.push(next)
    return lastOn(day)
  }
  const starts = ofKind(history.events, 'plan-started').filter(
    ({ data }) => data.plan === plan && data.authority !== 'other',
  )
  for (const start of starts) {
    const last = lastOn(start.on)
    const impossible = impossibleStart(history, start, named)
    if (impossible !== undefined) problems.push(impossible)
    else if (last !== undefined && runsAfter(last, start.on)) {
      problems.push({ events: [last.id, start.id], problem: `two ${many} run at once; the first one stands` })
      waiting.push(start)
    } else plans.push(planOf(history, named, { start, before: last?.end ?? null }))
  }
  lastOn(null)
  return { plans, problems }
}

/** On the day it ends it is over. */
const runsAfter = ({ end }: OtherPlan, day: LocalDate): boolean => end === null || end.on.isAfter(day)

function planOf(history: ChildHistory, { plan, stricter }: Named, { start, before }: Started): OtherPlan {
  const overtaken = stricter.find(({ startedOn }) => !startedOn.isBefore(start.on))
  const end = earlier(
    endOf(history, plan, { start, before }),
    overtaken === undefined ? null : { by: overtaken.id, on: overtaken.startedOn },
  )
  return { plan, id: start.id, first: start.first, startedOn: start.on, end }
}

function impossibleStart({ died, adultOn }: ChildHistory, start: Effective, { one }: Named): Problem | undefined {
  if (died?.on.isBefore(start.on) === true)
    return { events: [died.by, start.id], problem: `${one} starts after the child has died; it starts no clock` }
  return adultOn?.isBefore(start.on) === true
    ? { events: [start.id], problem: `${one} starts after the eighteenth birthday; it starts no clock` }
    : undefined
}

interface Started {
  readonly start: Effective
  /** The end of the one before: what ended that one on the day this one starts ends no other. */
  readonly before: End | null
}

function endOf(history: ChildHistory, plan: OtherPlan['plan'], { start, before }: Started): End | null {
  const { events, firstOf } = history
  const from = before?.on.equals(start.on) === true ? start.on.plusDays(1) : start.on
  const later = ({ on }: { readonly on: Effective['on'] }): boolean => !on.isBefore(from)
  const ended = ofKind(events, 'plan-ended').find(
    ({ on, data }) =>
      data.plan === plan &&
      (data.of === undefined ? later({ on }) : firstOf(data.of) === start.first && !on.isBefore(start.on)),
  )
  return [asEnd(ended), finalClosing(history, from), leftSince(history, from), birthdayOf(history)].reduce<End | null>(
    earlier,
    null,
  )
}
