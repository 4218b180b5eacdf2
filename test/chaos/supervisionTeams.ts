import { randomUUID } from 'node:crypto'
import { appendEvents, type NewEvent } from '../../activities/chronology/appendEvents'
import { readClock } from '../../activities/clock'
import { stableId } from '../../activities/import/stableId'
import { setPattern } from '../../client/commands/supervision/setPattern'
import { WEEKDAYS } from '../../domain/supervision/place'
import { inTransaction } from '../../prisma/inTransaction'
import { addPerson } from '../servers/addPerson'
import { testTown, type TestTown } from '../servers/testTown'

export interface SupervisedTeam {
  readonly id: string
  readonly name: string
  readonly coordinator: string
  readonly manager: string
  readonly workers: readonly string[]
}

const CASES = 6
const NAMES = ['Meadow', 'Harbour', 'Orchard'] as const

/** A town of three teams, each with its coordinator, its manager, two workers, six cases, and sessions of four cases twice a month. */
export async function supervisionTeams(
  startsOn: string,
): Promise<{ town: TestTown; teams: readonly SupervisedTeam[] }> {
  const town = await testTown({ startsOn })
  try {
    const service = stableId('test', 'service')
    await town.db.$executeRaw`insert into team (id, source_id, name) values (${service}::uuid, 'service', 'Service')`
    await addPerson(town, { key: 'serviceManager', role: 'service-manager', team: service })
    await addPerson(town, { key: 'headOfService', role: 'head-of-service', team: service })
    const teams: SupervisedTeam[] = []
    for (const [index, name] of NAMES.entries()) teams.push(await addTeam(town, { name, service, index }))
    return { town, teams }
  } catch (error) {
    await town.stop()
    throw error
  }
}

async function addTeam(
  town: TestTown,
  { name, service, index }: { readonly name: string; readonly service: string; readonly index: number },
): Promise<SupervisedTeam> {
  const id = stableId('test', name)
  await town.db.$executeRaw`
    insert into team (id, source_id, name, parent_id) values (${id}::uuid, ${name}, ${name}, ${service}::uuid)`
  const person = (key: string, role: 'coordinator' | 'team-manager' | 'social-worker'): Promise<string> =>
    addPerson(town, { key: `${name}-${key}`, role, team: id })
  const team: SupervisedTeam = {
    ...{
      id,
      name,
      coordinator: await person('coordinator', 'coordinator'),
      manager: await person('manager', 'team-manager'),
    },
    workers: [await person('worker-1', 'social-worker'), await person('worker-2', 'social-worker')],
  }
  for (let one = 0; one < CASES; one += 1)
    await addFamily(town, team, { ref: `${name.charAt(0)}-${String(one + 1)}`, on: '2026-01-05' })
  const weekday = WEEKDAYS[index + 1] ?? 'tuesday'
  const answer = await setPattern(town, {
    ...{ teamId: id, pattern: [{ weekday, nth: [1, 3], at: '09:30', minutes: 80 }], room: `Room ${name}` },
    ...{ actorId: team.coordinator, commandId: randomUUID() },
  })
  if ('refused' in answer) throw new Error(answer.todo)
  return team
}

/** A family that came to Family Safeguarding on a day, of which nothing else is due. */
export async function addFamily(
  town: TestTown,
  team: SupervisedTeam,
  { ref, on }: { readonly ref: string; readonly on: string },
): Promise<void> {
  const id = stableId('test-case', ref)
  const child = stableId('test-child', ref)
  const worker = team.workers[Number(ref.slice(2)) % team.workers.length]
  const fact = (kind: string, data: object): NewEvent => ({
    ...{ id: randomUUID(), kind, on, children: [], data, supersedes: null, void: false, source: null },
  })
  await inTransaction(town.db, async (tx) => {
    await tx.$executeRaw`
      insert into case_file (id, ref, team_id, open, facts_version, planned_version, rules_version) values (${id}::uuid, ${ref}, ${team.id}::uuid, true, 1, 0, '')`
    await tx.$executeRaw`
      insert into child (id, case_id, forename, surname, born_on) values (${child}::uuid, ${id}::uuid, 'Zebedee', 'Quillfeather', '2022-01-05')`
    const { now } = await readClock(tx)
    const events = [fact('transferred-in', { team: team.name }), fact('worker-allocated', { person: worker })]
    await appendEvents(tx, { caseId: id, factsVersion: 1, commandId: randomUUID(), actorId: null, now, events })
  })
  await town.processes.nudge([{ type: 'caseTimeline', id }])
}
