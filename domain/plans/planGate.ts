import type { LocalDate } from '@js-joda/core'
import type { Obligation } from '../timeline/obligation'
import type { PlanGoal } from './planGoals'
import type { PlanSpan } from './planSpans'

/** What a plan still lacks to be one: on which goal, and what of it; a goal of null is the plan itself. */
export interface GateLack {
  readonly goal: string | null
  readonly lacks: string
}

/** The gate of a plan: by when it has to be complete, when it was, and what is missing. */
export interface PlanGate {
  readonly dueOn: LocalDate | null
  readonly metOn: LocalDate | null
  readonly lacks: readonly GateLack[]
}

/** Null for kinds of plan that no gate asks about. Source: handbook, section 3, plan-gate. */
export function planGate(
  { kind, first }: PlanSpan,
  {
    child,
    goals,
    obligations,
  }: { readonly child: string; readonly goals: readonly PlanGoal[]; readonly obligations: readonly Obligation[] },
): PlanGate | null {
  if (kind !== 'cpp' && kind !== 'cin') return null
  const asked = obligations.find(
    ({ rule, subject, trigger }) => rule === 'plan-gate' && subject === child && trigger === first,
  )
  return {
    dueOn: asked?.dueOn ?? null,
    metOn: asked?.end.outcome === 'met' ? asked.end.on : null,
    lacks: goals.length === 0 ? [{ goal: null, lacks: 'at least one goal' }] : goals.flatMap(lacksOf),
  }
}

/** A goal cannot be recorded without these fields; what it can be is blank, or a contingency that comes before the goal. */
const lacksOf = (goal: PlanGoal): readonly GateLack[] => {
  const asked = {
    'the change needed': goal.change,
    'a sign of progress': goal.sign,
    'what happens if it is not reached': goal.otherwise,
  }
  const blank = Object.entries(asked).flatMap(([lacks, said]) => (said.trim() === '' ? [lacks] : []))
  const early = goal.otherwiseBy.isBefore(goal.by)
    ? ['a day for what happens otherwise that is not before its own']
    : []
  return [...blank, ...early].map((lacks) => ({ goal: goal.goal, lacks }))
}
