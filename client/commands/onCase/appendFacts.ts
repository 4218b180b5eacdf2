import { appendEvents, type NewEvent } from '../../../activities/chronology/appendEvents'
import { newId } from '../../../activities/newId'
import { followFacts } from '../../../activities/planning/followFacts'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Refusal } from '../command'
import type { OnCase } from './caseCommand'
import { factsProblem, type NewFact } from './factsProblem'

interface Appended {
  readonly factsVersion: number
  readonly events: readonly { readonly id: string; readonly kind: string }[]
}

/** Records facts on a case that is locked, all of them as one change of it, or says what is wrong with the first that cannot be. None leaves the case as it is. */
export async function appendFacts(
  { tx, row, facts, person, commandId, now, today }: OnCase,
  added: readonly NewFact[],
  { looksItself = false }: { readonly looksItself?: boolean },
): Promise<Appended | Refusal> {
  if (added.length === 0) return { factsVersion: row.facts_version, events: [] }
  const problem = factsProblem(facts, added, { today, looksItself })
  if (problem !== undefined) return { refused: 'bad-data', todo: `${problem} Nothing was saved.` }
  const factsVersion = row.facts_version + 1
  const events = added.map((fact): NewEvent => ({
    ...{ id: fact.id ?? newId(now), kind: fact.kind, on: fact.on.toString(), children: fact.children ?? [] },
    ...{ data: fact.data, supersedes: fact.supersedes ?? null, void: false, source: null },
  }))
  await appendEvents(tx, { caseId: row.id, factsVersion, commandId, actorId: person.id, now, events })
  await tx.$executeRaw`update case_file set facts_version = ${factsVersion} where id = ${row.id}::uuid`
  await followFacts(tx, row, knownOn(await loadFacts(tx, row), today))
  return { factsVersion, events: events.map(({ id, kind }) => ({ id, kind })) }
}
