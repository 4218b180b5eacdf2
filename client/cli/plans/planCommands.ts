import type { EventData } from '../../../domain/chronology/eventKinds'
import { setGoal } from '../../commands/plans/setGoal'
import { recordReview, type GoalFound } from '../../commands/plans/recordReview'
import { plansPage } from '../../queries/plans/plansPage'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { actOn, showTo, type ActOptions } from '../onCase/act'
import { plansText } from './plansText'

/** `caseclock plans`: every plan of every child, with names, for one reader. */
export const runPlans = (ref: string, options: ActOptions, io: Io): Promise<ExitCode> =>
  showTo(options, { io, ask: (db, readerId) => plansPage(db, ref, readerId), print: plansText })

export interface GoalOptions extends ActOptions, Omit<EventData['goal-set'], 'plan' | 'otherwiseBy' | 'meeting'> {
  readonly plan: string
  readonly otherwiseBy: string
  readonly on?: string
  readonly child?: readonly string[]
}

/** `caseclock plan goal`. */
export const runGoal = (ref: string, options: GoalOptions, io: Io): Promise<ExitCode> => {
  const { plan, goal, change, sign, by, otherwise, otherwiseBy, agency, frequency, on, child } = options
  const said = {
    ...{ plan, goal, change, sign, by, otherwise, otherwiseBy },
    ...(agency === undefined ? {} : { agency }),
    ...(frequency === undefined ? {} : { frequency }),
  }
  return actOn(ref, options, {
    io,
    run: (deps, command) =>
      setGoal(deps, {
        ...{ ...command, goal: said },
        ...(on === undefined ? {} : { on }),
        ...(child === undefined ? {} : { children: child }),
      }),
    say: () => ({ text: `The goal is set on case ${ref}, to be reached by ${by}.` }),
  })
}

export interface ReviewOptions extends ActOptions {
  readonly plan: string
  readonly outcome?: string
  readonly inquorate?: boolean
  readonly independentChair?: boolean
  readonly childView?: string
  readonly parentsView?: string
  readonly decision?: readonly string[]
  readonly goal?: readonly string[]
  readonly meeting?: string
  readonly on?: string
  readonly child?: readonly string[]
}

/** `caseclock plan review`. */
export const runReview = (ref: string, options: ReviewOptions, io: Io): Promise<ExitCode> => {
  const { plan, outcome, inquorate, independentChair, childView, parentsView, meeting, on, child } = options
  const goals = (options.goal ?? []).map(goalFound)
  const kind = oneOf('--plan', plan, ['cpp', 'cin'] as const)
  const end = outcome === undefined ? undefined : oneOf('--outcome', outcome, ['continue', 'end'] as const)
  return actOn(ref, options, {
    io,
    run: (deps, command) =>
      recordReview(deps, {
        ...{ ...command, plan: kind, goals, decisions: options.decision ?? [], quorate: inquorate !== true },
        ...(end === undefined ? {} : { outcome: end }),
        ...(independentChair === undefined ? {} : { independentChair }),
        ...(childView === undefined ? {} : { childView }),
        ...(parentsView === undefined ? {} : { parentsView }),
        ...(meeting === undefined ? {} : { meeting }),
        ...(on === undefined ? {} : { on }),
        ...(child === undefined ? {} : { children: child }),
      }),
    say: () => ({
      text: `The review is recorded on case ${ref}, with ${goals.length === 1 ? '1 goal' : `${String(goals.length)} goals`}.`,
    }),
  })
}

/** `school=part: three days of five`. */
function goalFound(text: string): GoalFound {
  const [, goal = '', outcome = '', progress = ''] = /^(.+?)=(met|part|not)(?::\s*(.*))?$/s.exec(text.trim()) ?? []
  if (goal === '')
    throw new CommandFailed(
      EXIT.usage,
      `--goal ${text} does not say how far a goal is. Write it like --goal "school=part: three days of five"; met, part or not.`,
    )
  return {
    goal: goal.trim(),
    outcome: oneOf('--goal', outcome, ['met', 'part', 'not'] as const),
    ...(progress === '' ? {} : { progress }),
  }
}

function oneOf<T extends string>(option: string, said: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === said)
  if (found === undefined) throw new CommandFailed(EXIT.usage, `${option} ${said} is none of ${allowed.join(', ')}.`)
  return found
}
