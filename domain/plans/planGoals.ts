import { isoDay } from '../calendar/isoDay'
import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../chronology/childHistory'
import type { EventData } from '../chronology/eventKinds'
import { namesOf, type Goal } from '../chronology/goals'
import type { PlanMeeting } from './planMeetings'
import type { PlanSpan } from './planSpans'

type Set = EventData['goal-set']

/** How far a goal was found to be, and in which meeting of the plan. */
export interface GoalProgress {
  readonly on: LocalDate
  readonly outcome: EventData['goal-reviewed']['outcome']
  readonly progress: string | null
  /** The id of the meeting, by the name it shares, else by its day; null outside of any. */
  readonly meeting: string | null
}

/** A goal of a plan as it stands for one child. */
export interface PlanGoal extends Pick<Set, 'goal' | 'change' | 'sign' | 'otherwise'> {
  readonly id: string
  readonly agency: string | null
  readonly frequency: string | null
  readonly setOn: LocalDate
  /** The day that counts: one moved after it had passed does not. */
  readonly by: LocalDate
  readonly movedInVain: Goal['movedInVain']
  readonly otherwiseBy: LocalDate
  readonly contingencyOn: LocalDate | null
  readonly progress: readonly GoalProgress[]
  /** Past its day, with no outcome recorded. */
  readonly isLate: boolean
}

interface Around {
  readonly history: ChildHistory
  readonly goals: readonly Goal[]
  readonly meetings: readonly PlanMeeting[]
  readonly today: LocalDate
}

/** The goals of a plan, the one to be reached first before the others. */
export const planGoals = (span: PlanSpan, around: Around): readonly PlanGoal[] =>
  around.goals
    .flatMap((goal) => goalOf(goal, span, around) ?? [])
    .sort((a, b) => a.by.compareTo(b.by) || a.setOn.compareTo(b.setOn))

function goalOf(goal: Goal, { first, names }: PlanSpan, around: Around): PlanGoal | undefined {
  const { history, meetings, today } = around
  const share = goal.shares.find(
    ({ child, plan }) => child === history.child.id && plan !== null && [first, ...names].includes(plan),
  )
  const set = ofKind(history.events, 'goal-set').find(({ id }) => id === goal.id)
  if (share === undefined || set === undefined) return undefined
  const { agency = null, frequency = null, otherwiseBy, ...said } = set.data
  const progress = reviewsOf(goal, namesOf(set, history), around).map(({ on, data }) => ({
    ...{ on, outcome: data.outcome, progress: data.progress ?? null },
    meeting: meetings.find((one) => isIn(one, { on, meeting: data.meeting }))?.id ?? null,
  }))
  return {
    ...{ id: goal.id, goal: said.goal, change: said.change, sign: said.sign, otherwise: said.otherwise },
    ...{ agency, frequency, setOn: goal.setOn, by: goal.by, movedInVain: goal.movedInVain },
    ...{ otherwiseBy: isoDay(otherwiseBy), contingencyOn: share.contingency?.on ?? null, progress },
    isLate: progress.length === 0 && goal.by.isBefore(today) && share.ground?.on.isAfter(today) !== false,
  }
}

/** What was recorded under any of its names since it was set, and before another one of that name was. */
const reviewsOf = (goal: Goal, names: readonly string[], { history, goals }: Around) => {
  const next = goals
    .filter(
      ({ name, setOn, shares }) =>
        names.includes(name) && setOn.isAfter(goal.setOn) && shares.some(({ child }) => child === history.child.id),
    )
    .map(({ setOn }) => setOn)
  return ofKind(history.events, 'goal-reviewed').filter(
    ({ on, data }) =>
      names.includes(data.goal) && !on.isBefore(goal.setOn) && !next.some((later) => later.isBefore(on)),
  )
}

const isIn = (
  one: PlanMeeting,
  { on, meeting }: { readonly on: LocalDate; readonly meeting: string | undefined },
): boolean => (meeting !== undefined && one.meeting !== null ? one.meeting === meeting : one.on.equals(on))
