import { randomUUID } from 'node:crypto'
import { stableId } from '../../activities/import/stableId'
import { recordEvent, type RecordEvent } from '../../client/commands/recordEvent'
import { addPerson } from '../servers/addPerson'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { testTown, type TestTown } from '../servers/testTown'

export const REF = 'T-1'

/** Who stands around the plan beside the usual people of a test town. */
export const MORE_PEOPLE = {
  director: stableId('test', 'director'),
  conferenceService: stableId('test', 'conference-service'),
  deputy: stableId('test', 'deputy'),
} as const

/**
 * A town whose one case has a child protection plan since 18 March 2026, with nothing missing but the first review, due on 18 June. The mail server
 * refuses the conference chair. Its clock stands at 04:00 on 17 June; nothing is planned, and no worker runs.
 */
export async function stalledPlanTown(): Promise<TestTown> {
  const town = await testTown({
    startsOn: '2026-06-17',
    refuse: (_n, to) => (to.startsWith('chair@') ? 'permanent' : undefined),
  })
  try {
    await addPeople(town)
    const team = stableId('test', 'team')
    const south = stableId('test', 'team-south')
    await town.db.$executeRaw`insert into team (id, source_id, name) values (${south}::uuid, 'south', 'South 1')`
    await addPerson(town, { key: 'director', role: 'director', team, id: MORE_PEOPLE.director })
    await addPerson(town, {
      ...{ key: 'conferenceService', role: 'conference-service', team, id: MORE_PEOPLE.conferenceService },
    })
    await addPerson(town, { key: 'deputy', role: 'team-manager', team: south, id: MORE_PEOPLE.deputy })
    await addCase(town, REF, '2026-02-02')
    await addPlan(town)
    return town
  } catch (error) {
    await town.stop()
    throw error
  }
}

/** Records a fact as the worker does, or throws with what the command refused. Answers its id. */
export async function recordFact(
  town: TestTown,
  event: Pick<RecordEvent, 'kind'> & Partial<RecordEvent>,
): Promise<string> {
  const answer = await recordEvent(town, {
    ...{ ref: REF, data: {}, actorId: PEOPLE.worker, commandId: randomUUID() },
    ...event,
  })
  if ('refused' in answer) throw new Error(`${event.kind} is refused: ${answer.todo}`)
  return answer.eventIds[0] ?? ''
}

async function addPlan(town: TestTown): Promise<void> {
  const on = (day: string, kind: string, data: object = {}): Promise<string> =>
    recordFact(town, { kind, on: `2026-${day}`, data })
  await on('03-18', 'assessment-authorised')
  const meeting = await on('03-18', 'icpc-held', { outcome: 'plan', quorate: true })
  const plan = await on('03-18', 'plan-started', { plan: 'cpp', category: 'neglect' })
  await on('03-19', 'record-circulated', { of: 'decision', meeting })
  await on('03-30', 'record-circulated', { of: 'record', meeting })
  await on('03-30', 'goal-set', {
    ...{ goal: 'school', plan, change: 'At school every day', sign: 'Attendance', by: '2026-12-01' },
    ...{ otherwise: 'A family meeting', otherwiseBy: '2026-12-15' },
  })
  await on('04-01', 'care-measured', { tool: 'Graded Care Profile' })
  for (const day of ['03-31', '05-05', '06-10']) await on(day, 'core-group-held', { quorate: true, absent: [] })
  for (const day of ['03-27', '04-10', '04-24', '05-08', '05-22', '06-05', '06-16'])
    await on(day, 'visit-made', { seen: true, seenAlone: true })
  for (const day of ['04-14', '05-12', '06-10']) await on(day, 'progress-recorded')
  await on('06-15', 'follow-up-answered', { anchor: 'plan-start', of: plan, months: 3 })
}
