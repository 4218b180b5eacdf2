import type { EventOf } from './chronologyEvent'
import { caseEnd } from './caseEnd'
import { asEnd, earlier, ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'
import type { OtherPlan } from './otherPlans'
import type { ProtectionPlan } from './protectionPlans'
import { safetyPlans } from './safetyPlans'

/** A child with its plans. */
export interface Planned {
  readonly history: ChildHistory
  readonly plans: readonly ProtectionPlan[]
  readonly cinPlans: readonly OtherPlan[]
  readonly ploPlans: readonly OtherPlan[]
}

/** A plan a goal may be of. */
interface PlanWithGoals {
  readonly kind: 'cpp' | 'cin' | 'plo' | 'safety'
  /** What names all that runs from it: what `plan-gate` asks by. */
  readonly first: string
  /** The first versions of whatever may name it. */
  readonly names: readonly string[]
  readonly from: Effective['on']
  readonly end: End | null
}

/**
 * The plan a goal is of. First the one it names, by any version of its start or its conference; a name nobody knows (a sibling's plan, or a plan by
 * its kind only) is taken for the only one of its kind that ran on the day the goal was set, else for the only protection or child in need plan
 * that did; of two nobody guesses.
 */
export function planOfGoal(set: Effective<EventOf<'goal-set'>>, child: Planned): PlanWithGoals | undefined {
  const known = plansWithGoals(child)
  const name = child.history.firstOf(set.data.plan)
  const named = known.find(({ names }) => names.includes(name))
  if (named !== undefined) return named
  const running = known.filter(({ from, end }) => !from.isAfter(set.on) && end?.on.isBefore(set.on) !== true)
  const ofKindNamed = running.filter(({ kind }) => kind === set.data.plan)
  const likely = ofKindNamed.length > 0 ? ofKindNamed : running.filter(({ kind }) => kind === 'cpp' || kind === 'cin')
  return likely.length === 1 ? likely[0] : undefined
}

const plansWithGoals = ({ history, plans, cinPlans, ploPlans }: Planned): readonly PlanWithGoals[] => [
  ...plans.map(({ first, names, startedOn, end }) => ({
    kind: 'cpp' as const,
    first,
    names,
    from: startedOn,
    end,
  })),
  ...[...cinPlans, ...ploPlans].map(({ plan, first, startedOn, end }) => ({
    kind: plan,
    first,
    names: [first],
    from: startedOn,
    end,
  })),
  ...safetyPlansWithGoals(history),
]

/** The agreements with the family, each with all its versions: their goals have dates too. And such a plan of which only the start was recorded. */
function safetyPlansWithGoals(history: ChildHistory): readonly PlanWithGoals[] {
  const agreed = safetyPlans(history).plans.map(({ first, agreements, agreedOn, end }): PlanWithGoals => ({
    ...{ kind: 'safety', first, names: agreements.map((one) => one.first), from: agreedOn, end },
  }))
  const ended = ofKind(history.events, 'plan-ended', 'safety-plan-ended').filter(
    (event) => event.kind === 'safety-plan-ended' || event.data.plan === 'safety',
  )
  const started = ofKind(history.events, 'plan-started').filter(({ data }) => data.plan === 'safety')
  const only = started.filter(
    ({ on }) => !agreed.some(({ from, end }) => !from.isAfter(on) && end?.on.isBefore(on) !== true),
  )
  return [
    ...agreed,
    ...only.map(({ first, on }): PlanWithGoals => ({
      ...{ kind: 'safety', first, names: [first], from: on },
      end: earlier(asEnd(ended.find((end) => !end.on.isBefore(on))), caseEnd(history, on)),
    })),
  ]
}
