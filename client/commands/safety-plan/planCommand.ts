import type { LocalDate } from '@js-joda/core'
import type { EventData, EventKind } from '../../../domain/chronology/eventKinds'
import { runningSafetyPlans, type RunningPlan } from '../../../domain/chronology/runningSafetyPlans'
import type { WrittenPlan } from '../../../domain/safety-plan/writtenPlan'
import type { Transaction } from '../../../prisma/database'
import type { CommandDeps, Refusal } from '../command'
import { caseCommand, refuse, type CaseAnswer, type CaseCommand, type OnCase, type Within } from '../onCase/caseCommand'
import type { NewFact } from '../onCase/factsProblem'
import { readDay } from '../readDay'
import { writtenPlans } from './writtenPlans'

/** What every command about a safety plan says. */
export interface PlanCommand extends CaseCommand {
  /** ISO date, London; today when missing. */
  readonly on?: string
}

/** A case as a command about its safety plan finds it, locked, and who acts. */
export interface PlanActing extends OnCase {
  readonly written: readonly WrittenPlan[]
  /** The plans that run on the day of the command. */
  readonly running: readonly RunningPlan[]
  readonly on: LocalDate
}

/** One fact to be appended. Missing `children`: those whose plan runs. */
export type PlanFact = {
  [K in EventKind]: {
    readonly kind: K
    readonly data: EventData[K]
    readonly id?: string
    readonly children?: readonly string[]
    readonly supersedes?: string
  }
}[EventKind]

/** What a command records, and what else it does once that is appended. `detail` for the audit: ids and plain words, no names. */
export interface PlanWork {
  readonly facts: readonly PlanFact[]
  readonly afterwards?: () => Promise<unknown>
  readonly detail?: Readonly<Record<string, unknown>>
}

export type PlanAnswer = CaseAnswer

/** A command about the safety plan of one case, which looks itself at what cannot be: it knows the written plan beside the facts. */
export const planCommand = (
  deps: CommandDeps | Within,
  { on: day, ...about }: PlanCommand & { readonly action: string; readonly kinds: readonly EventKind[] },
  work: (tx: Transaction, acting: PlanActing) => Promise<PlanWork | Refusal> | PlanWork | Refusal,
): Promise<PlanAnswer> =>
  caseCommand(deps, { ...about, looksItself: true }, async (onCase) => {
    const { tx, row, facts, today } = onCase
    const on = readDay(day ?? today.toString())
    if (on === undefined)
      return refuse('bad-data', `${day ?? ''} is not a day an event can have. Write it as 2026-03-02.`)
    if (on.isAfter(today))
      return refuse('bad-data', `${on.toString()} is in the future. Enter the day it happened on case ${row.ref}.`)
    const running = runningSafetyPlans(facts, on)
    const acting: PlanActing = { ...onCase, written: await writtenPlans(tx, row.id), running, on }
    const done = await work(tx, acting)
    return 'refused' in done ? done : { ...done, facts: done.facts.map((fact) => newFact(fact, acting)) }
  })

/** All children of the case are written as none: one who is born later is meant too. */
function newFact({ kind, data, id, children, supersedes }: PlanFact, { facts, running, on }: PlanActing): NewFact {
  const concerned = children ?? running.map(({ child }) => child)
  const isAll = facts.children.every((child) => concerned.includes(child.id))
  return {
    ...{ kind, on, data, children: isAll ? [] : concerned },
    ...(id === undefined ? {} : { id }),
    ...(supersedes === undefined ? {} : { supersedes }),
  }
}
