import type { EventData } from '../chronology/eventKinds'
import type { EventOf } from '../chronology/chronologyEvent'
import { ofKind, type Histories } from '../chronology/childHistory'
import type { Effective } from '../chronology/effectiveEvents'
import type { RunningPlan } from '../chronology/runningSafetyPlans'
import type { PlanLine } from './linesOf'

export type LineGoal = Effective<EventOf<'goal-set'>>

/** A line of a plan is a goal with a by-date of its own: what reminds of it, and sees to five-day visits where a line asks for them. No name in it: goals are named in mails. */
export const goalOfLine = (
  line: PlanLine,
  { name, plan }: { readonly name: string; readonly plan: string },
): EventData['goal-set'] => ({
  goal: name,
  plan,
  change: line.achieve,
  sign: 'The review of the safety plan says that it is kept.',
  by: line.by,
  otherwise: 'The team manager is told, and decides what happens next.',
  otherwiseBy: line.by,
  agency: line.agency,
  frequency: line.frequency,
})

/** What a line is called among the goals of a case. `number`: the version that first had it. */
export const goalName = (number: number, line: string): string => `Safety plan ${String(number)}, line ${line}`

const NAMED = /^Safety plan \d+, line ((?:care|safety|school|wellbeing)-[1-9]\d?)$/

/** The goals that stand for the lines of the plans that run, by the line's id. */
export function lineGoals(
  { all, firstOf }: Pick<Histories, 'all' | 'firstOf'>,
  running: readonly RunningPlan[],
): ReadonlyMap<string, LineGoal> {
  const plans = new Set(running.flatMap(({ plan }) => plan.agreements.map(({ first }) => first)))
  return new Map(
    ofKind(all, 'goal-set').flatMap((goal) => {
      const line = NAMED.exec(goal.data.goal)?.[1]
      return line !== undefined && plans.has(firstOf(goal.data.plan)) ? [[line, goal] as const] : []
    }),
  )
}
