import { randomUUID } from 'node:crypto'
import { appendEvents, type NewEvent } from '../../activities/chronology/appendEvents'
import { readClock } from '../../activities/clock'
import { stableId } from '../../activities/import/stableId'
import { inTransaction } from '../../prisma/inTransaction'
import { addPerson } from './addPerson'
import type { TestTown } from './testTown'

/** The people every test town has, by role. */
export const PEOPLE = {
  worker: stableId('test', 'worker'),
  otherWorker: stableId('test', 'other-worker'),
  teamManager: stableId('test', 'team-manager'),
  serviceManager: stableId('test', 'service-manager'),
  headOfService: stableId('test', 'head-of-service'),
  chair: stableId('test', 'chair'),
} as const

export const TEAM = stableId('test', 'team')

/** One team, with a worker, another worker, and the ladder above them. */
export async function addPeople(town: TestTown): Promise<void> {
  await town.db.$executeRaw`insert into team (id, source_id, name) values (${TEAM}::uuid, 'team', 'North 1')`
  const roles = {
    worker: 'social-worker',
    otherWorker: 'social-worker',
    teamManager: 'team-manager',
    serviceManager: 'service-manager',
    headOfService: 'head-of-service',
    chair: 'independent-reviewing-officer',
  } as const
  for (const [key, role] of Object.entries(roles))
    await addPerson(town, { key, role, team: TEAM, id: PEOPLE[key as keyof typeof PEOPLE] })
}

export interface TestCase {
  readonly id: string
  readonly ref: string
  readonly child: string
}

/** A case with one child of four, held by the worker, with an accepted referral: the referrer told and the child seen, so that only its assessment is ahead. */
export async function addCase(town: TestTown, ref: string, referredOn: string): Promise<TestCase> {
  const id = stableId('test-case', ref)
  const child = stableId('test-child', ref)
  const fact = (kind: string, data: object): NewEvent => ({
    id: randomUUID(),
    kind,
    on: referredOn,
    children: [],
    data,
    supersedes: null,
    void: false,
    source: null,
  })
  await inTransaction(town.db, async (tx) => {
    await tx.$executeRaw`
      insert into case_file (id, ref, team_id, open, facts_version, planned_version, rules_version) values (${id}::uuid, ${ref}, ${TEAM}::uuid, true, 1, 0, '')`
    await tx.$executeRaw`insert into child (id, case_id, forename, surname, born_on) values (${child}::uuid, ${id}::uuid, 'Zebedee', 'Quillfeather', '2022-01-05')`
    const { now } = await readClock(tx)
    const events = [
      fact('referral-received', { source: '2A' }),
      fact('referral-decided', { outcome: 'accepted' }),
      fact('worker-allocated', { person: PEOPLE.worker }),
      fact('chair-allocated', { person: PEOPLE.chair }),
      fact('referrer-told', {}),
      fact('visit-made', { seen: true, seenAlone: true }),
    ]
    await appendEvents(tx, { caseId: id, factsVersion: 1, commandId: randomUUID(), actorId: null, now, events })
  })
  return { id, ref, child }
}
