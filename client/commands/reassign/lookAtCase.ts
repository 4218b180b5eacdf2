import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../../activities/clock'
import { stableId } from '../../../activities/import/stableId'
import { knownPeople } from '../../../activities/people/knownPeople'
import { loadPeople } from '../../../activities/people/loadPeople'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { lockCase, type CaseRow } from '../../../activities/planning/lockCase'
import { holds } from '../../../domain/access/holds'
import { isManagerOf } from '../../../domain/access/mayAct'
import { londonDay } from '../../../domain/calendar/london'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Transaction } from '../../../prisma/database'
import { loadActing } from '../loadActing'
import type { CaseMoves, CaseRefused } from './caseMoves'
import { handOn, type HandedOn } from './handOn'
import { movesOf } from './movesOf'

export interface CaseToMove {
  readonly ref: string
  readonly fromId: string
  readonly toId: string
  readonly on: LocalDate
  readonly actorId: string
  readonly commandId: string
}

interface LookedAt {
  readonly row: CaseRow
  readonly moves: CaseMoves
  /** Null when this command has moved the case before: nothing is left to do. */
  readonly handed: HandedOn | null
  readonly now: number
  readonly today: LocalDate
}

/** Locks a case and looks what of it would move, or why it may not. */
export async function lookAtCase(tx: Transaction, one: CaseToMove): Promise<LookedAt | CaseRefused> {
  const no = (refused: string): CaseRefused => ({ ref: one.ref, refused })
  const [named] = await tx.$queryRaw<{ id: string }[]>`select id::text from case_file where ref = ${one.ref}`
  const row = named === undefined ? undefined : await lockCase(tx, named.id)
  if (row === undefined) return no('There is no such case. `caseclock due` lists references.')
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const done = await tx.$queryRaw<unknown[]>`
    select 1 from chronology_event where case_id = ${row.id}::uuid
      and command_id = ${stableId('reassign', one.commandId.toLowerCase(), row.id)}::uuid limit 1`
  if (done.length > 0) return { row, moves: nothing(one.ref), handed: null, now, today }
  const notAllowed = await mayMove(tx, { one, row, today })
  if (notAllowed !== undefined) return no(notAllowed)
  const everybody = await loadPeople(tx, today.toString())
  const taker = knownPeople(everybody, today, row.id).find(({ id }) => id === one.toId)
  if (taker?.mayOpen !== true)
    return no(`It is restricted, and who is to take it has no access. Give it first: caseclock access ${one.ref} grant`)
  const before = knownOn(await loadFacts(tx, row), today)
  const handed = handOn(before, { ...one, today, now })
  if (typeof handed === 'string') return no(handed)
  if (handed.held.chaired.length > 0 && !holds(taker, 'chair-cases'))
    return no('They chair it, and who is to take it is no reviewing officer. Give it to one.')
  const moves = await movesOf(tx, { row, everybody, before, handed, fromId: one.fromId, today })
  return { row, moves, handed, now, today }
}

async function mayMove(
  tx: Transaction,
  { one, row, today }: { readonly one: CaseToMove; readonly row: CaseRow; readonly today: LocalDate },
): Promise<string | undefined> {
  const acting = await loadActing(tx, { actorId: one.actorId, row, day: today })
  if (typeof acting === 'string') return acting
  const { person, covered, reach } = acting
  return isManagerOf(person, reach, covered) || holds(person, 'administer')
    ? undefined
    : 'Only a manager of its team, or of one above it, or an administrator may give it to somebody else. Ask one of them.'
}

const nothing = (ref: string): CaseMoves => ({
  ...{ ref, worked: 0, chaired: 0, obligations: [], notices: [], escalations: [], sessions: [] },
})
