import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import { childHistories, ofKind } from '../../domain/chronology/childHistory'
import { knownOn } from '../../domain/chronology/knownOn'
import type { Transaction } from '../../prisma/database'
import { appendEvents } from '../chronology/appendEvents'
import { readClock } from '../clock'
import { stableId } from '../import/stableId'
import { newId } from '../newId'
import { followFacts } from '../planning/followFacts'
import { loadFacts } from '../planning/loadFacts'
import { lockCase } from '../planning/lockCase'
import { heldBy } from './heldBy'

interface Leaving {
  readonly caseId: string
  readonly personId: string
  /** The first day on which they are no longer here. */
  readonly leftOn: LocalDate
}

/**
 * Records on one case that the work of somebody who has left has ended, in Caseclock's own name. Answers whether there was anything to end: nothing on a case
 * they do not hold any more, and nothing the second time. A worker who was allocated after having left is ended on the day of that allocation.
 */
export async function endWorkOf(tx: Transaction, { caseId, personId, leftOn }: Leaving): Promise<boolean> {
  const row = await lockCase(tx, caseId)
  if (row === undefined) return false
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const facts = knownOn(await loadFacts(tx, row), today)
  const { worked } = heldBy(facts, personId, today)
  if (worked.length === 0) return false
  const allocatedOn = childHistories(facts)
    .children.flatMap(({ events }) => ofKind(events, 'worker-allocated'))
    .filter(({ data }) => data.person === personId)
    .map(({ on }) => on)
  const on = [leftOn, ...allocatedOn].reduce((a, b) => (a.isAfter(b) ? a : b))
  const version = row.facts_version + 1
  const commandId = stableId('leaver', personId, leftOn.toString(), caseId, String(version))
  const event = {
    ...{ id: newId(now), kind: 'worker-ended', on: on.toString(), data: { person: personId } },
    children: worked.length === facts.children.length ? [] : worked,
    ...{ supersedes: null, void: false },
    source: { system: 'caseclock', record: `left/${personId}/${leftOn.toString()}/${String(version)}` },
  }
  await appendEvents(tx, { caseId, factsVersion: version, commandId, actorId: null, now, events: [event] })
  await tx.$executeRaw`update case_file set facts_version = ${version} where id = ${caseId}::uuid`
  await followFacts(tx, row, knownOn(await loadFacts(tx, row), today))
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, null, 'leaver-ended', ${caseId}::uuid, ${commandId}::uuid,
      ${JSON.stringify({ person: personId, event: event.id })}::jsonb)`
  return true
}
