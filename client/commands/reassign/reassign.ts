import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../../activities/clock'
import { appendEvents } from '../../../activities/chronology/appendEvents'
import { stableId } from '../../../activities/import/stableId'
import { followFacts } from '../../../activities/planning/followFacts'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { knownOn } from '../../../domain/chronology/knownOn'
import { londonDay } from '../../../domain/calendar/london'
import type { Database, Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import { auditPeople } from '../auditPeople'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { peopleAt } from '../peopleAt'
import { usedCommand } from '../usedCommand'
import type { CaseMoves, CaseRefused } from './caseMoves'
import { heldRefs } from './heldRefs'
import { lookAtCase, type CaseToMove } from './lookAtCase'
import { reassignProblem } from './reassignProblem'

export interface Reassign {
  readonly fromId: string
  readonly toId: string
  /** These cases; null: all that are held. */
  readonly refs: readonly string[] | null
  /** The day it happened; null: today. */
  readonly on: LocalDate | null
  readonly actorId: string
  readonly commandId: string
}

export interface Reassigned {
  readonly moved: readonly (CaseMoves & { readonly repeated: boolean })[]
  readonly refused: readonly CaseRefused[]
  /** Cases they hold that are restricted, and not open to whoever acts: left where they are, and not named. */
  readonly notNamed: number
}

/** What would move, case by case, and what would be refused. Writes nothing. */
export const previewReassign = (db: Database, command: Reassign): Promise<Reassigned | Refusal> =>
  eachCase(db, command, async (one) => {
    const looked = await inTransaction(db, (tx) => lookAtCase(tx, one))
    return 'refused' in looked ? looked : { ...looked.moves, repeated: false }
  })

/**
 * Gives the cases somebody holds to somebody else: ends the worker and allocates the new one, in one transaction for each case, and nudges them. A case
 * that is refused is named, and the rest goes on. Idempotent by command id, case by case: one that broke off is sent again under its id.
 */
export const reassign = ({ db, processes }: CommandDeps, command: Reassign): Promise<Reassigned | Refusal> =>
  eachCase(db, command, async (one) => {
    const done = await inTransaction(db, (tx) => saveCase(tx, one))
    if ('caseId' in done) {
      await processes.nudge([{ type: 'caseTimeline', id: done.caseId }])
      return done.moves
    }
    return done
  })

async function eachCase(
  db: Database,
  command: Reassign,
  work: (one: CaseToMove) => Promise<(CaseMoves & { readonly repeated: boolean }) | CaseRefused>,
): Promise<Reassigned | Refusal> {
  const today = londonDay((await readClock(db)).now)
  const on = command.on ?? today
  const problem = await inTransaction(db, (tx) => wholeProblem(tx, command, { on, today }))
  if (problem !== undefined) return problem
  const moved: (CaseMoves & { readonly repeated: boolean })[] = []
  const refused: CaseRefused[] = []
  const { refs, notNamed } =
    command.refs === null ? await heldRefs(db, command, today) : { refs: command.refs, notNamed: 0 }
  for (const ref of refs) {
    const answer = await work({ ...command, ref, on })
    if ('refused' in answer) refused.push(answer)
    else moved.push(answer)
  }
  return { moved, refused, notNamed }
}

async function wholeProblem(
  tx: Transaction,
  command: Reassign,
  days: { readonly on: LocalDate; readonly today: LocalDate },
): Promise<Refusal | undefined> {
  const noId = [command.commandId, command.fromId, command.toId, command.actorId].find((id) => !isId(id))
  if (noId !== undefined) return { refused: 'bad-data', todo: `${noId} is no id: people and commands have a UUID.` }
  return reassignProblem(await peopleAt(tx, days.today), { ...command, ...days })
}

type Saved = { readonly caseId: string; readonly moves: CaseMoves & { readonly repeated: boolean } }

async function saveCase(
  tx: Transaction,
  one: CaseToMove,
): Promise<Saved | (CaseMoves & { readonly repeated: boolean }) | CaseRefused> {
  const looked = await lookAtCase(tx, one)
  if ('refused' in looked) return looked
  const { row, moves, handed, now, today } = looked
  if (handed === null) return { ...moves, repeated: true }
  const commandId = stableId('reassign', one.commandId.toLowerCase(), row.id)
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return { ref: one.ref, refused: used.todo }
  const version = row.facts_version + 1
  const { actorId, fromId, toId } = one
  await appendEvents(tx, { caseId: row.id, factsVersion: version, commandId, actorId, now, events: handed.events })
  await tx.$executeRaw`update case_file set facts_version = ${version} where id = ${row.id}::uuid`
  await followFacts(tx, row, knownOn(await loadFacts(tx, row), today))
  const events = handed.events.map(({ id }) => id)
  await auditPeople(tx, {
    action: 'reassign',
    actorId,
    caseId: row.id,
    commandId,
    now,
    detail: { fromId, toId, events },
  })
  return { caseId: row.id, moves: { ...moves, repeated: false } }
}
