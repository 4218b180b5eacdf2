import { childHistories, ofKind } from '../../../domain/chronology/childHistory'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { EventData } from '../../../domain/chronology/eventKinds'
import { planReviewProblem } from '../../../domain/chronology/misfits/planReviewProblem'
import { lineGoals } from '../../../domain/safety-plan/lineGoals'
import { linesOf } from '../../../domain/safety-plan/linesOf'
import type { CommandDeps, Refusal } from '../command'
import { refuse } from '../onCase/caseCommand'
import { planCommand, type PlanActing, type PlanAnswer, type PlanCommand, type PlanFact } from './planCommand'
import { planOnDay, refusedFor } from './planOnDay'

type Kept = NonNullable<EventData['safety-plan-reviewed']['lines']>[number]

export interface ReviewPlan extends PlanCommand {
  /** What was found of each line of the plan: every one of them, once. */
  readonly lines: readonly Kept[]
  readonly childView?: string
  readonly parentsView?: string
  readonly decisions?: readonly string[]
}

const OUTCOMES = { yes: 'met', partly: 'part', no: 'not' } as const

/**
 * Records a review of the safety plan, line by line. A line whose own day has come by then has its outcome recorded with it. What was not kept is no breach by itself: that
 * somebody decides. Idempotent by command id.
 */
export const reviewPlan = (
  deps: CommandDeps,
  { lines, childView, parentsView, decisions, ...about }: ReviewPlan,
): Promise<PlanAnswer> =>
  planCommand(
    deps,
    { ...about, action: 'safety-plan-reviewed', kinds: ['safety-plan-reviewed', 'goal-reviewed'] },
    (_tx, acting) => {
      const data: EventData['safety-plan-reviewed'] = {
        lines: [...lines],
        ...(childView === undefined ? {} : { childView }),
        ...(parentsView === undefined ? {} : { parentsView }),
        ...(decisions === undefined || decisions.length === 0 ? {} : { decisions: [...decisions] }),
      }
      const review = { kind: 'safety-plan-reviewed', data } as const
      return (
        refusedFor(planReviewProblem(acting.facts, { on: acting.on, ...review })) ??
        linesProblem(acting, lines) ?? { facts: [review, ...outcomes(acting, lines)] }
      )
    },
  )

function linesProblem(acting: PlanActing, lines: readonly Kept[]): Refusal | undefined {
  const held = planOnDay(acting)
  if (held === undefined)
    return refuse('bad-data', 'The plan is not written line by line yet. Write it first: caseclock safety-plan write.')
  const ids = linesOf(held.content).map(({ id }) => id)
  const strange = lines.find(({ line }) => !ids.includes(line))
  if (strange !== undefined)
    return refuse('bad-data', `Version ${String(held.number)} has no line ${strange.line}. It has ${ids.join(', ')}.`)
  const twice = lines.find(({ line }, index) => lines.findIndex((other) => other.line === line) !== index)
  if (twice !== undefined)
    return refuse('bad-data', `Line ${twice.line} is answered twice. Say once whether it was kept.`)
  const missing = ids.filter((id) => !lines.some(({ line }) => line === id))
  return missing.length === 0
    ? undefined
    : refuse('bad-data', `Say of every line whether it was kept: yes, partly or no. Missing: ${missing.join(', ')}.`)
}

/** Outcomes of the lines whose day has come and that have none yet. */
function outcomes({ facts, running, on }: PlanActing, lines: readonly Kept[]): readonly PlanFact[] {
  const histories = childHistories(facts)
  const reviewed = new Set(ofKind(histories.all, 'goal-reviewed').map(({ data }) => data.goal))
  const goals = lineGoals(histories, running)
  return lines.flatMap(({ line, kept }): readonly PlanFact[] => {
    const goal = goals.get(line)?.data
    return goal === undefined || reviewed.has(goal.goal) || isoDay(goal.by).isAfter(on)
      ? []
      : [{ kind: 'goal-reviewed', data: { goal: goal.goal, outcome: OUTCOMES[kept] } }]
  })
}
