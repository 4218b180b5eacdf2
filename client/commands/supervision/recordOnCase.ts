import type { LocalDate } from '@js-joda/core'
import { appendEvents } from '../../../activities/chronology/appendEvents'
import { newId } from '../../../activities/newId'
import { followFacts } from '../../../activities/planning/followFacts'
import { loadFacts } from '../../../activities/planning/loadFacts'
import type { CaseRow } from '../../../activities/planning/lockCase'
import { payloadProblem, type EventKind } from '../../../domain/chronology/eventKinds'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Transaction } from '../../../prisma/database'
import type { Refusal } from '../command'
import { misfitProblem } from '../misfitProblem'
import { refuse } from './acting'

interface Recording {
  /** Locked by the caller. */
  readonly row: CaseRow
  readonly kind: EventKind
  readonly on: LocalDate
  readonly data: object
  readonly actorId: string
  readonly commandId: string
  readonly now: number
  readonly today: LocalDate
}

/** Records one fact, of all children, on a case, as part of a command about a session. Answers its id, or what is wrong with it. */
export async function recordOnCase(tx: Transaction, recording: Recording): Promise<string | Refusal> {
  const { row, kind, on, data, actorId, commandId, now, today } = recording
  const problem = payloadProblem(kind, data)
  if (problem !== undefined) return refuse('bad-data', problem)
  const misfit = await misfitProblem(tx, { row, today, event: { kind, on, data } })
  if (misfit !== undefined) return misfit
  const id = newId(now)
  const factsVersion = row.facts_version + 1
  await appendEvents(tx, {
    ...{ caseId: row.id, factsVersion, commandId, actorId, now },
    events: [{ id, kind, on: on.toString(), children: [], data, supersedes: null, void: false, source: null }],
  })
  await tx.$executeRaw`update case_file set facts_version = ${factsVersion} where id = ${row.id}::uuid`
  await followFacts(tx, row, knownOn(await loadFacts(tx, row), today))
  return id
}
