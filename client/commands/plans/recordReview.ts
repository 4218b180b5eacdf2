import type { LocalDate } from '@js-joda/core'
import type { EventData } from '../../../domain/chronology/eventKinds'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { casePlans } from '../../../domain/plans/casePlans'
import { openGoals, runningPlans, type OpenGoal } from '../../../domain/plans/openGoals'
import { govukDate } from '../../../domain/timeline/govukDate'
import { foldCase } from '../../../domain/timeline/timeline'
import type { CommandAnswer, CommandDeps, Refusal } from '../command'
import type { NewFact } from '../onCase/factsProblem'
import { caseCommand, refuse, type CaseCommand, type Worked } from '../onCase/caseCommand'
import { readDay } from '../readDay'

/** How far a goal was found to be in a review. */
export interface GoalFound {
  readonly goal: string
  readonly outcome: EventData['goal-reviewed']['outcome']
  readonly progress?: string
}

export interface RecordReview extends CaseCommand {
  /** Which plan it is of. */
  readonly plan: 'cpp' | 'cin'
  /** ISO date; today when missing. */
  readonly on?: string
  /** Those whose plan runs that day when missing. */
  readonly children?: readonly string[]
  /** Of a child protection plan. */
  readonly outcome?: 'continue' | 'end'
  readonly quorate?: boolean
  /** Of a child in need plan. */
  readonly independentChair?: boolean
  /** In their words, or why there is none. */
  readonly childView?: string
  readonly parentsView?: string
  readonly decisions: readonly string[]
  readonly goals: readonly GoalFound[]
  /** What its brothers' and sisters' records share; made from the command when missing. */
  readonly meeting?: string
}

/**
 * Records a review as one: the meeting with its views and decisions, and for each open goal of the plan how far it is. A review of a child protection plan says
 * what the child and the parents think, or why nobody knows; no goal is passed over.
 */
export const recordReview = (deps: CommandDeps, command: RecordReview): Promise<CommandAnswer> =>
  caseCommand(
    deps,
    { ...command, action: 'plan-review', kinds: [KIND[command.plan], 'goal-reviewed'] },
    ({ facts, today }) => Promise.resolve(reviewed(command, facts, today)),
  )

const KIND = { cpp: 'review-held', cin: 'cin-review-held' } as const

function reviewed(command: RecordReview, facts: CaseFacts, today: LocalDate): Worked | Refusal {
  const on = readDay(command.on ?? today.toString())
  if (on === undefined)
    return refuse('bad-data', `--on ${command.on ?? ''} is not a day that exists. Write it as 2026-03-02.`)
  const plans = runningPlans(casePlans(foldCase(facts), { obligations: [], today }), {
    ...{ kind: command.plan, on, children: command.children ?? [] },
  })
  if (plans.length === 0)
    return refuse('bad-data', `No such plan runs on ${govukDate(on)} for a child it concerns. Nothing was saved.`)
  const goals = openGoals(plans, on)
  const problem = viewsProblem(command) ?? goalsProblem(command.goals, goals)
  if (problem !== undefined) return refuse('bad-data', `${problem} Nothing was saved.`)
  const about = { on, meeting: command.meeting ?? command.commandId.toLowerCase() }
  const all = facts.children.map(({ id }) => id)
  const listed = (of: readonly string[]): readonly string[] => (all.every((id) => of.includes(id)) ? [] : of)
  const held: NewFact = {
    ...{ kind: KIND[command.plan], on, data: { ...heldData(command), meeting: about.meeting } },
    children: listed(plans.map(({ child }) => child)),
  }
  const found = command.goals.map(({ goal, outcome, progress = '' }): NewFact => {
    const said = progress.trim() === '' ? {} : { progress: progress.trim() }
    const children = listed(goals.find((one) => one.goal === goal)?.children ?? [])
    return { kind: 'goal-reviewed', on, data: { goal, outcome, ...said, meeting: about.meeting }, children }
  })
  return { facts: [held, ...found] }
}

function heldData({ plan, outcome = 'continue', quorate, independentChair, ...said }: RecordReview): object {
  const decisions = said.decisions.map((one) => one.trim()).filter((one) => one !== '')
  return {
    ...(plan === 'cpp' ? { outcome } : {}),
    ...(plan === 'cpp' && quorate !== undefined ? { quorate } : {}),
    ...(plan === 'cin' && independentChair !== undefined ? { independentChair } : {}),
    ...(isSaid(said.childView) ? { childView: said.childView.trim() } : {}),
    ...(isSaid(said.parentsView) ? { parentsView: said.parentsView.trim() } : {}),
    ...(decisions.length === 0 ? {} : { decisions }),
  }
}

const isSaid = (text: string | undefined): text is string => (text ?? '').trim() !== ''

function viewsProblem({ plan, childView, parentsView, outcome }: RecordReview): string | undefined {
  if (plan !== 'cpp') return undefined
  if (outcome === undefined) return 'Say whether the plan goes on: --outcome continue or end.'
  const missing = [
    ...(isSaid(childView) ? [] : ["the child's view (--child-view)"]),
    ...(isSaid(parentsView) ? [] : ["the parents' view (--parents-view)"]),
  ]
  return missing.length === 0
    ? undefined
    : `A review of a child protection plan says ${missing.join(' and ')}, in their words. Where nobody knows it, say there why not.`
}

/** Every open goal once, and none that is not. */
function goalsProblem(found: readonly GoalFound[], open: readonly OpenGoal[]): string | undefined {
  const names = found.map(({ goal }) => goal)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return `The goal "${twice}" is named twice. Give each goal one outcome.`
  const stranger = names.find((name) => !open.some(({ goal }) => goal === name))
  const list = open.map(({ goal }) => `"${goal}"`).join(', ')
  if (stranger !== undefined)
    return `No goal of this plan that is called "${stranger}" is open. ${list === '' ? 'None is.' : `Open are: ${list}.`}`
  const passed = open.filter(({ goal }) => !names.includes(goal)).map(({ goal }) => `"${goal}"`)
  return passed.length === 0
    ? undefined
    : `Say of every open goal how far it is: --goal "NAME=met|part|not: WORDS". Missing: ${passed.join(', ')}.`
}
