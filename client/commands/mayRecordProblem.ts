import type { LocalDate } from '@js-joda/core'
import { mayRecord, type Scope } from '../../domain/access/mayAct'
import { isBreachStep, mayDecideBreach } from '../../domain/access/mayDecideBreach'
import type { CaseRow } from '../../activities/planning/lockCase'
import type { Transaction } from '../../prisma/database'
import { loadActing } from './loadActing'

interface Who {
  readonly actorId: string
  readonly row: CaseRow
  readonly day: LocalDate
  /** Of the event, and of the one it corrects. */
  readonly kinds: readonly string[]
}

/** Why this person may not record something of these kinds on this case, or undefined when they may. */
export async function mayRecordProblem(tx: Transaction, who: Who): Promise<string | undefined> {
  const acting = await loadActing(tx, who)
  if (typeof acting === 'string') return acting
  const { scope, person, reach, covered } = acting
  const problem = scopeProblem(scope, who.kinds)
  if (problem !== undefined) return problem
  return who.kinds.some(isBreachStep) && !mayDecideBreach(person, reach, covered) ? NOT_DECIDING : undefined
}

/** The same of somebody whose scope is known. */
export const scopeProblem = (scope: Scope, kinds: readonly string[]): string | undefined =>
  kinds.every((kind) => mayRecord(scope, kind)) ? undefined : WHY_NOT[scope]

export const STRANGER = 'This person holds no role for the team of this case. Ask the team manager to record it.'

export const NOT_DECIDING =
  'A manager of the team of this case, or its detective sergeant, decides on a breach. Ask one of them.'

/** Why a scope does not take something in, and whom to ask. */
export const WHY_NOT = {
  everything: STRANGER,
  nothing: STRANGER,
  'police-track':
    'Police record what concerns safety plans, cautions and police outcomes, and nothing else of the record. Ask the social worker or the team manager to record it.',
  handover:
    'Until the case is theirs, the manager of the team to which it is being handed records that the handover is accepted, and nothing else. Ask the team manager to record it.',
} as const
