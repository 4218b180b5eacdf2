import { randomUUID } from 'node:crypto'
import { appendEvents } from '../../activities/chronology/appendEvents'
import { readClock } from '../../activities/clock'
import { stableId } from '../../activities/import/stableId'
import { setPattern, type SetPattern } from '../../client/commands/supervision/setPattern'
import { inTransaction } from '../../prisma/inTransaction'
import { addPerson } from './addPerson'
import { addCase, addPeople, TEAM, type TestCase } from './factsToEvents'
import type { QuietTown } from './quietTown'
import type { TestTown } from './testTown'

export const COORDINATOR = stableId('test', 'coordinator')

/** The people of every test town, and who coordinates group supervision. */
export async function addSupervisionPeople(town: TestTown): Promise<void> {
  await addPeople(town)
  await addPerson(town, { key: 'coordinator', role: 'coordinator', team: TEAM, id: COORDINATOR })
}

/** A case of the team that has come into Family Safeguarding, so that every month asks for its discussion. */
export async function addSupervisedCase(town: TestTown, ref: string, on: string): Promise<TestCase> {
  const about = await addCase(town, ref, on)
  await inTransaction(town.db, async (tx) => {
    const { now } = await readClock(tx)
    const event = {
      id: randomUUID(),
      kind: 'transferred-in',
      on,
      children: [],
      data: { team: 'North 1' },
      supersedes: null,
      void: false,
      source: null,
    }
    await appendEvents(tx, {
      caseId: about.id,
      factsVersion: 2,
      commandId: randomUUID(),
      actorId: null,
      now,
      events: [event],
    })
    await tx.$executeRaw`update case_file set facts_version = 2 where id = ${about.id}::uuid`
  })
  return about
}

export const TUESDAYS = { weekday: 'tuesday', nth: [1, 3], at: '09:30', minutes: 60 } as const

/** What a coordinator sets; refusals throw. */
export async function setPatternOf(
  { db, processes }: Pick<QuietTown, 'db' | 'processes'>,
  more: Partial<SetPattern> = {},
): Promise<void> {
  const command = {
    teamId: TEAM,
    pattern: [TUESDAYS],
    room: 'Room 4',
    actorId: COORDINATOR,
    commandId: randomUUID(),
    ...more,
  }
  const answer = await setPattern({ db, processes }, command)
  if ('refused' in answer) throw new Error(`${answer.refused}: ${answer.todo}`)
}

/** Plans every case and every year, and takes on every session that changed, or has its moment. */
export async function planAll(quiet: QuietTown): Promise<void> {
  await quiet.plan()
  const years = await quiet.db.$queryRaw<
    { team_id: string }[]
  >`select team_id::text from supervision_year order by team_id`
  for (const { team_id: teamId } of years) await quiet.planning.planSupervisionYear({ teamId })
  const sessions = await quiet.db.$queryRaw<{ id: string }[]>`
    select s.id::text from session s cross join authority a
    where s.facts_version <> s.planned_version or s.next_moment <= to_timestamp(a.offset_ms / 1000.0) order by s.on_day, s.at`
  for (const { id } of sessions) await quiet.planning.advanceSession({ sessionId: id })
}

/** As if every invitation so far had left and arrived: what comes after them is what a test is about. */
export const invitationsArrive = ({ db }: Pick<QuietTown, 'db'>): Promise<number> => db.$executeRaw`
  update message set state = 'sent', sent_at = created_at, next_moment = null where lane = 'invitation' and state = 'created'`
