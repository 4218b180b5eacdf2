import { isManagerOf } from '../../../domain/access/mayAct'
import { mayDecideBreach } from '../../../domain/access/mayDecideBreach'
import type { EventData } from '../../../domain/chronology/eventKinds'
import { breachProblem, breachStandsProblem } from '../../../domain/chronology/misfits/breachProblem'
import { breachOfLineProblem } from '../../../domain/safety-plan/breachOfLineProblem'
import { linesOf } from '../../../domain/safety-plan/linesOf'
import type { CommandDeps, Refusal } from '../command'
import { NOT_DECIDING } from '../mayRecordProblem'
import { refuse } from '../onCase/caseCommand'
import { planCommand, type PlanActing, type PlanAnswer, type PlanCommand } from './planCommand'
import { planOnDay, refusedFor } from './planOnDay'

export interface BreachPlan extends PlanCommand {
  /** Which line; a plan that is not written yet has none. */
  readonly line?: string
  readonly what: string
  /** Who, by role; whose duty the line is when missing. */
  readonly who?: string
}

/** Records a breach of the safety plan: the team manager is told at once. Refused where the duty is that of who is harmed. Idempotent by command id. */
export const breachPlan = (deps: CommandDeps, { line, what, who, ...about }: BreachPlan): Promise<PlanAnswer> =>
  planCommand(deps, { ...about, action: 'safety-plan-breached', kinds: ['safety-plan-breached'] }, (_tx, acting) => {
    const whose = dutyOf(acting, line, who)
    if (typeof whose === 'object') return whose
    const data = {
      ...(line === undefined ? {} : { line }),
      what: what.trim(),
      ...(whose === undefined ? {} : { who: whose }),
    }
    const fact = { kind: 'safety-plan-breached', data } as const
    return refusedFor(breachStandsProblem(acting.facts, { on: acting.on, ...fact })) ?? { facts: [fact] }
  })

/** By role, or why a breach of this line by them is none. */
function dutyOf(acting: PlanActing, line: string | undefined, who: string | undefined): string | undefined | Refusal {
  const held = planOnDay(acting)
  if (held === undefined)
    return line === undefined
      ? who
      : refuse('bad-data', `No plan that is written line by line runs that day. Leave --line ${line} out.`)
  if (line === undefined)
    return refuse(
      'bad-data',
      `Say with --line which line was breached: ${linesOf(held.content)
        .map(({ id }) => id)
        .join(', ')}.`,
    )
  const problem = breachOfLineProblem(held.content, line, who)
  if (problem !== undefined) return refuse('bad-data', problem)
  return who ?? linesOf(held.content).find(({ id }) => id === line)?.duty
}

export interface PassOnBreach extends PlanCommand {
  /** The breach, by its event's id. */
  readonly breach: string
  readonly to: EventData['safety-plan-breach-passed-on']['to']
  readonly words?: string
}

/** Passes a breach on; to the detective sergeant only a manager of the team does, and the detective sergeant is told at once. Idempotent by command id. */
export const passOnBreach = (deps: CommandDeps, { breach, to, words, ...about }: PassOnBreach): Promise<PlanAnswer> =>
  planCommand(
    deps,
    { ...about, action: 'safety-plan-breach-passed-on', kinds: ['safety-plan-breach-passed-on'] },
    (_tx, acting) => {
      if (to === 'detective-sergeant' && !isManagerOf(acting.person, acting.reach, acting.covered))
        return refuse(
          'not-allowed',
          'Only a manager of the team of this case passes a breach on to the detective sergeant. Ask one of them.',
        )
      const data = { breach, to, ...(words === undefined ? {} : { words }) }
      const fact = { kind: 'safety-plan-breach-passed-on', children: childrenOf(acting, breach), data } as const
      return refusedFor(breachProblem(acting.facts, { on: acting.on, ...fact })) ?? { facts: [fact] }
    },
  )

export interface DecideBreach extends PlanCommand {
  readonly breach: string
  readonly decision: EventData['safety-plan-breach-decided']['decision']
  readonly reason: string
}

/** A person's decision on a breach: a manager of the team's, or the detective sergeant's. Idempotent by command id. */
export const decideBreach = (
  deps: CommandDeps,
  { breach, decision, reason, ...about }: DecideBreach,
): Promise<PlanAnswer> =>
  planCommand(
    deps,
    { ...about, action: 'safety-plan-breach-decided', kinds: ['safety-plan-breach-decided'] },
    (_tx, acting) => {
      const { person, reach, covered } = acting
      if (!mayDecideBreach(person, reach, covered)) return refuse('not-allowed', NOT_DECIDING)
      const data = { breach, decision, reason: reason.trim() }
      const fact = { kind: 'safety-plan-breach-decided', children: childrenOf(acting, breach), data } as const
      return refusedFor(breachProblem(acting.facts, { on: acting.on, ...fact })) ?? { facts: [fact] }
    },
  )

/** Those of the breach: a step on it concerns them, whether or not their plan still runs. */
const childrenOf = ({ facts }: PlanActing, breach: string): readonly string[] =>
  facts.events.find(({ id }) => id === breach)?.children ?? facts.children.map(({ id }) => id)
