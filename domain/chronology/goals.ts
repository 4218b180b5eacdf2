import type { LocalDate } from '@js-joda/core'
import type { EventOf } from './chronologyEvent'
import { ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'
import { caseEnd } from './caseEnd'
import { goalDay, type GoalDay } from './goalDay'
import { planOfGoal, type Planned } from './planOfGoal'
import type { Problem } from './problem'

/** A goal as far as it concerns one child. */
export interface GoalShare {
  readonly child: string
  /** What names the plan it is of; null where the facts do not say which. */
  readonly plan: string | null
  /** What ends it without an outcome: its plan's end, else that of the case for the child. */
  readonly ground: End | null
  /** The record of its outcome, and the first of a contingency step. */
  readonly reviewed: Effective | undefined
  readonly contingency: Effective | undefined
}

/** A goal of the plans of one or more children. */
export interface Goal extends GoalDay {
  /** The event that set it as it stands, and its first version. */
  readonly id: string
  readonly first: string
  /** As it was first called: a correction of the name leaves the matter, and whoever was told of it, where they are. */
  readonly name: string
  readonly shares: readonly GoalShare[]
}

type GoalSet = Effective<EventOf<'goal-set'>>

/**
 * The goals of a case in order. Each is of the plan it names; one that names none of the child's is of the only plan that ran. What is recorded under
 * a name counts for every goal of that name that is open for the child: two at once are a problem.
 */
export function goals(
  children: readonly Planned[],
  all: readonly Effective[],
): { readonly goals: readonly Goal[]; readonly problems: readonly Problem[] } {
  const found: Goal[] = []
  const problems: Problem[] = []
  for (const set of ofKind(all, 'goal-set')) {
    const concerned = children.filter(({ history }) => history.events.includes(set))
    const history = concerned[0]?.history
    if (history === undefined) continue
    const names = namesOf(set, history)
    const day = goalDay(history.versionsOf(set.first), set)
    const of = concerned.map((child) => ({ child, plan: planOfGoal(set, child) }))
    const known = of.filter(({ plan }) => plan !== undefined)
    if (known.length === 0)
      problems.push({
        events: [set.id],
        problem:
          'a goal names no plan of the child that is known, and no single plan ran that day; it ends with the case only',
      })
    // A brother or sister without a plan has no part in a goal set for all.
    const shares = (known.length === 0 ? of : known).map(({ child, plan }): GoalShare => {
      const open = found.filter((goal) => names.includes(goal.name) && runsOn(goal, child.history.child.id, day.setOn))
      for (const { id } of open.filter((goal) => runsAfter(goal, child.history.child.id, day.setOn)))
        problems.push({
          events: [id, set.id],
          problem: 'two goals of one name run at once; what is recorded under that name counts for both',
        })
      const { events } = child.history
      const since = ({ on, data }: { readonly on: LocalDate; readonly data: { readonly goal: string } }): boolean =>
        names.includes(data.goal) && !on.isBefore(day.setOn)
      return {
        child: child.history.child.id,
        plan: plan?.first ?? null,
        ground: plan === undefined ? caseEnd(child.history, day.setOn) : plan.end,
        reviewed: ofKind(events, 'goal-reviewed').find(
          (review) => since(review) && (open.length === 0 || review.on.isAfter(day.setOn)),
        ),
        contingency: ofKind(events, 'contingency-started').find(since),
      }
    })
    found.push({ ...day, id: set.id, first: set.first, name: names[0] ?? set.data.goal, shares })
  }
  return { goals: found, problems }
}

/** What a goal was called in any of its versions, the first name first. */
export const namesOf = (set: GoalSet, { versionsOf }: Pick<ChildHistory, 'versionsOf'>): readonly string[] => [
  ...versionsOf(set.first).flatMap(({ event }) => (event.kind === 'goal-set' ? [event.data.goal] : [])),
  set.data.goal,
]

const shareOf = (goal: Goal, child: string): readonly GoalShare[] =>
  goal.shares.filter((share) => share.child === child)

/** Whether a goal was open for a child at some time of a day. */
const runsOn = (goal: Goal, child: string, day: LocalDate): boolean =>
  shareOf(goal, child).some(({ ground, reviewed }) => [ground, reviewed].every((end) => end?.on.isBefore(day) !== true))

/** Whether it was still open when that day was over. */
const runsAfter = (goal: Goal, child: string, day: LocalDate): boolean =>
  shareOf(goal, child).some(({ ground, reviewed }) =>
    [ground, reviewed].every((end) => (end ?? null) === null || end?.on.isAfter(day) === true),
  )
