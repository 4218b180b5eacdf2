import { appendEvents, type NewEvent } from '../../activities/chronology/appendEvents'
import { newId } from '../../activities/newId'
import { followFacts } from '../../activities/planning/followFacts'
import { loadFacts } from '../../activities/planning/loadFacts'
import { payloadProblem } from '../../domain/chronology/eventKinds'
import { knownOn } from '../../domain/chronology/knownOn'
import { mayRecord } from '../../domain/access/mayAct'
import type { Transaction } from '../../prisma/database'
import { refusal, type CaseActing, type NewFact } from './caseCommand'
import type { Refusal } from './command'

interface Recorded {
  readonly eventIds: readonly string[]
}

/** Records facts on a case that is locked, all of them or none, as one change of it. Answers their ids, or what is wrong with one of them. */
export async function recordFacts(
  tx: Transaction,
  facts: readonly NewFact[],
  { row, scope, person, commandId, now, today }: CaseActing,
): Promise<Recorded | Refusal> {
  if (facts.length === 0) return { eventIds: [] }
  for (const { kind, on, data } of facts) {
    if (!mayRecord(scope, kind))
      return refusal(
        'not-allowed',
        `This person may not record this on case ${row.ref}. Ask the social worker or the team manager.`,
      )
    if (on.isAfter(today))
      return refusal('bad-data', `${on.toString()} is in the future. Enter the day it happened, or book it instead.`)
    const problem = payloadProblem(kind, data)
    if (problem !== undefined) return refusal('bad-data', problem)
  }
  const events = facts.map((fact): NewEvent => ({
    id: newId(now),
    kind: fact.kind,
    on: fact.on.toString(),
    children: fact.children ?? [],
    data: fact.data,
    supersedes: fact.supersedes ?? null,
    void: fact.void ?? false,
    source: null,
  }))
  const factsVersion = row.facts_version + 1
  await appendEvents(tx, { caseId: row.id, factsVersion, commandId, actorId: person.id, now, events })
  await tx.$executeRaw`update case_file set facts_version = ${factsVersion} where id = ${row.id}::uuid`
  await followFacts(tx, row, knownOn(await loadFacts(tx, row), today))
  return { eventIds: events.map(({ id }) => id) }
}
