import { randomUUID } from 'node:crypto'
import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM, type TestCase } from '../../servers/factsToEvents'
import { stableId } from '../../../activities/import/stableId'
import { webTown, type WebTown } from '../../servers/webTown'

export interface WorkTown extends WebTown {
  /** On a plan since 9 February; its core group of 2 March was missed. */
  readonly planned: TestCase
  /** Of another team, held by nobody of ours. */
  readonly elsewhere: TestCase
  /** Held by the worker, who has no access to it. */
  readonly restricted: TestCase
  /** Works for the other team. */
  readonly stranger: string
}

export const OTHER_TEAM = stableId('test', 'other-team')

/** A town in which one core group is late on the day: one case on a plan, one of another team, one that is restricted. */
export async function workTown(day = '2026-03-23'): Promise<WorkTown> {
  const town = await webTown('2026-01-12')
  await addPeople(town.town)
  await town.db
    .$executeRaw`insert into team (id, source_id, name) values (${OTHER_TEAM}::uuid, 'other-team', 'South 1')`
  const stranger = stableId('test', 'stranger')
  await addPerson(town.town, { key: 'stranger', role: 'social-worker', team: OTHER_TEAM, id: stranger })
  const planned = await addCase(town.town, 'T-1', '2026-01-12')
  await town.moveTo('2026-02-09')
  const held = { ref: 'T-1', actorId: PEOPLE.worker }
  await town.record({ ...held, kind: 'strategy-discussion', on: '2026-01-20', data: { opensSection47: true } })
  await town.record({ ...held, kind: 'icpc-held', on: '2026-02-09', data: { outcome: 'plan', quorate: true } })
  const elsewhere = await addCase(town.town, 'T-77', '2026-01-12')
  await town.db.$executeRaw`update case_file set team_id = ${OTHER_TEAM}::uuid where id = ${elsewhere.id}::uuid`
  await town.record({
    ...{ ref: 'T-77', actorId: stranger, kind: 'worker-allocated', on: '2026-01-12', data: { person: stranger } },
  })
  const restricted = await addCase(town.town, 'T-88', '2026-01-12')
  await town.db.$executeRaw`
    insert into case_restriction (id, case_id, reason, made_by, made_at, command_id)
    values (${randomUUID()}::uuid, ${restricted.id}::uuid, 'A relative works here', ${PEOPLE.headOfService}::uuid, '2026-02-09T10:00:00Z'::timestamptz, ${randomUUID()}::uuid)`
  await town.dayComes(day)
  return { ...town, planned, elsewhere, restricted, stranger }
}

export { PEOPLE, TEAM }
