import type { EventData } from '../../../domain/chronology/eventKinds'
import { casePlans } from '../../../domain/plans/casePlans'
import { openGoals } from '../../../domain/plans/openGoals'
import { foldCase } from '../../../domain/timeline/timeline'
import type { CommandAnswer, CommandDeps } from '../command'
import { caseCommand, refuse, type CaseCommand } from '../onCase/caseCommand'
import { readDay } from '../readDay'

export interface SetGoal extends CaseCommand {
  /** ISO date; today when missing. */
  readonly on?: string
  /** All children of the case when missing. */
  readonly children?: readonly string[]
  readonly goal: EventData['goal-set']
}

/** Sets a goal of a plan with all that its gate asks for. A goal of that name that is still open is refused: what is recorded under a name counts for both. */
export const setGoal = (deps: CommandDeps, command: SetGoal): Promise<CommandAnswer> =>
  caseCommand(deps, { ...command, action: 'plan-goal', kinds: ['goal-set'] }, ({ facts, today }) => {
    const on = readDay(command.on ?? today.toString())
    if (on === undefined) return answer(`--on ${command.on ?? ''} is not a day that exists. Write it as 2026-03-02.`)
    const data = trimmed(command.goal)
    const problem = goalDaysProblem(data, on.toString())
    if (problem !== undefined) return answer(problem)
    const { children = [] } = command
    const plans = casePlans(foldCase(facts), { obligations: [], today })
    const same = openGoals(
      plans.filter(({ child }) => children.length === 0 || children.includes(child)),
      today,
    )
    if (same.some(({ goal }) => goal === data.goal))
      return answer(`A goal called "${data.goal}" is open. Record its outcome first, or give this one another name.`)
    return Promise.resolve({ facts: [{ kind: 'goal-set', on, data, children }] })
  })

const answer = (todo: string) => Promise.resolve(refuse('bad-data', `${todo} Nothing was saved.`))

/** Why the days of a goal cannot be so, its plan apart. */
function goalDaysProblem({ by, otherwiseBy }: EventData['goal-set'], on: string): string | undefined {
  const [reached, otherwise] = [readDay(by), readDay(otherwiseBy)]
  if (reached === undefined || otherwise === undefined)
    return `--by ${by} or --otherwise-by ${otherwiseBy} is not a day that exists. Write it as 2026-03-02.`
  if (by < on) return `--by ${by} has passed on the day the goal is set, ${on}. Give a day that lies ahead.`
  return otherwise.isBefore(reached)
    ? `--otherwise-by ${otherwiseBy} lies before the goal's own day, ${by}: what happens if it is not reached comes after it.`
    : undefined
}

/** Without the blanks around what was typed, so that nothing blank passes for something said. */
const trimmed = (goal: EventData['goal-set']): EventData['goal-set'] =>
  Object.fromEntries(
    Object.entries(goal).flatMap(([field, said]) => (said === undefined ? [] : [[field, said.trim()]])),
  ) as EventData['goal-set']
