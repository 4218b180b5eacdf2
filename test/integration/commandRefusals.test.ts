import { randomUUID } from 'node:crypto'
import { runAnswer } from '../../client/cli/answerCommand'
import { CommandFailed, type Io } from '../../client/cli/io'
import { runRecord, type RecordOptions } from '../../client/cli/recordCommand'
import { answerEscalation } from '../../client/commands/answerEscalation'
import { recordEvent } from '../../client/commands/recordEvent'
import { addCase, addPeople, PEOPLE, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

const io: Io = { out: () => undefined, err: () => undefined }

const failure = async (run: () => Promise<unknown>): Promise<{ exitCode: number | undefined; message: string }> => {
  try {
    await run()
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return { exitCode: error instanceof CommandFailed ? error.exitCode : undefined, message }
  }
  throw new Error('It did not fail.')
}

describe('what a person may get wrong on the command line is wrong usage: exit code 2', () => {
  let quiet: QuietTown
  let before: string | undefined
  beforeAll(async () => {
    quiet = await quietTownOfOneCase()
    before = process.env['DATABASE_URL']
    process.env['DATABASE_URL'] = quiet.town.url
    process.env['TEMPORAL_ADDRESS'] = process.env['TEST_TEMPORAL']
  })
  afterAll(async () => {
    if (before === undefined) delete process.env['DATABASE_URL']
    else process.env['DATABASE_URL'] = before
    delete process.env['TEMPORAL_ADDRESS']
    await quiet.stop()
  })

  it('an alert that is no id', async () => {
    const failed = await failure(() => runAnswer('seven', { acknowledge: true, as: 'teammanager' }, io))
    expect(failed).toMatchObject({ exitCode: 2 })
    expect(failed.message).toContain('seven')
  })

  it.each<[string, RecordOptions, string]>([
    ['a day no calendar of ours has', { on: '0000-01-01' }, '0000-01-01'],
    ['a day before anybody who is alive', { on: '1066-10-14' }, '1066-10-14'],
    ['a day far ahead', { on: '+12345-01-01' }, '+12345-01-01'],
    ['taking back nothing', { void: true }, '--corrects'],
    ['a command id that is none', { commandId: 'twice' }, 'twice'],
    ['a child that is no id', { child: ['c1'] }, 'c1'],
  ])('%s', async (_what, options, says) => {
    const failed = await failure(() =>
      runRecord('T-1', 'visit-made', { data: '{"seen":true}', as: 'teammanager', ...options }, io),
    )
    expect(failed).toMatchObject({ exitCode: 2 })
    expect(failed.message).toContain(says)
  })
})

describe('the id of a command', () => {
  let quiet: QuietTown
  beforeAll(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    for (const ref of ['T-1', 'T-2']) await addCase(quiet.town, ref, '2026-02-02')
  })
  afterAll(() => quiet.stop())

  const visit = (ref: string, commandId: string) =>
    recordEvent(quiet, { ref, kind: 'visit-made', data: { seen: true }, actorId: PEOPLE.teamManager, commandId })
  const recorded = async (commandId: string): Promise<number> =>
    (await quiet.db.$queryRaw<unknown[]>`select 1 from chronology_event where command_id = ${commandId}::uuid`).length

  it('twice on one case records once; on another it is refused with what to do', async () => {
    const commandId = randomUUID()
    expect(await visit('T-1', commandId)).toMatchObject({ accepted: true, repeated: false })
    expect(await visit('T-1', commandId.toUpperCase())).toMatchObject({ accepted: true, repeated: true })
    const refused = await visit('T-2', commandId)
    expect(refused).toMatchObject({ refused: 'bad-data' })
    expect('todo' in refused ? refused.todo : '').toContain(`Command id ${commandId} has been used for something else`)
    expect(await recorded(commandId)).toBe(1)
  })

  it('on two cases at the same moment records on one of them', async () => {
    for (let round = 0; round < 5; round += 1) {
      const commandId = randomUUID()
      const answers = await Promise.all([visit('T-1', commandId), visit('T-2', commandId)])
      expect(answers.filter((answer) => 'accepted' in answer)).toHaveLength(1)
      expect(await recorded(commandId)).toBe(1)
    }
  })
})

describe('who may answer an alert', () => {
  let quiet: QuietTown
  let about: TestCase
  let alert: string
  beforeAll(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
    await quiet.moveTo('2026-05-20')
    await quiet.plan()
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`select id from escalation where state = 'open' limit 1`
    alert = row?.id ?? ''
  })
  afterAll(() => quiet.stop())

  const answer = (actorId: string, what: 'acknowledge' | 'withdraw') =>
    answerEscalation(quiet, { escalationId: alert, answer: what, reason: 'seen', actorId, commandId: randomUUID() })

  const newcomer = async (role: string, change: { team?: string; from?: string; to?: string }): Promise<string> => {
    const id = randomUUID()
    const team = change.team ?? null
    await quiet.db
      .$executeRaw`insert into person (id, source_id, name, job_title) values (${id}::uuid, ${id}, 'New', ${role})`
    await quiet.db.$executeRaw`
      insert into role_grant (id, person_id, role, team_id, from_on, to_on)
      values (${randomUUID()}::uuid, ${id}::uuid, ${role}, ${team}::uuid, ${change.from ?? '2000-01-01'}::date, ${change.to ?? null}::date)`
    return id
  }
  const teamOfCase = async (): Promise<string> => {
    const [row] = await quiet.db.$queryRaw<{ team_id: string }[]>`select team_id from case_file`
    return row?.team_id ?? ''
  }

  it.each([
    ['the alert', { escalationId: 'seven' }],
    ['the command', { commandId: 'twice' }],
    ['the person', { actorId: 'the manager' }],
  ])('%s has to be named by an id: anything else is refused with the id, and nothing is written', async (_what, no) => {
    const before = await quiet.db.$queryRaw`select count(*)::int as count from escalation_entry`
    const refused = await answerEscalation(quiet, {
      escalationId: alert,
      answer: 'acknowledge',
      reason: 'seen',
      actorId: PEOPLE.teamManager,
      commandId: randomUUID(),
      ...no,
    })
    expect(refused).toMatchObject({ refused: 'bad-data' })
    expect('todo' in refused ? refused.todo : '').toContain(Object.values(no)[0])
    expect(await quiet.db.$queryRaw`select count(*)::int as count from escalation_entry`).toEqual(before)
  })

  it('a head of service whose role hangs on another team may answer it: the ladder tells them all the same', async () => {
    const elsewhere = randomUUID()
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (${elsewhere}::uuid, 'far', 'West 1')`
    const head = await newcomer('head-of-service', { team: elsewhere })
    expect(await answer(head, 'acknowledge')).toMatchObject({ accepted: true })
  })

  it('a manager whose role has lapsed, though still a worker of the team, may not withdraw it', async () => {
    const team = await teamOfCase()
    const lapsed = await newcomer('team-manager', { team, to: '2026-01-31' })
    await quiet.db.$executeRaw`
      insert into role_grant (id, person_id, role, team_id, from_on) values (${randomUUID()}::uuid, ${lapsed}::uuid, 'social-worker', ${team}::uuid, '2026-02-01')`
    expect(await answer(lapsed, 'withdraw')).toMatchObject({ refused: 'not-allowed' })
  })

  it('a manager of another team, who works in this one, may not withdraw it', async () => {
    const other = randomUUID()
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (${other}::uuid, 'other', 'South 1')`
    const manager = await newcomer('team-manager', { team: other })
    await quiet.db.$executeRaw`
      insert into role_grant (id, person_id, role, team_id, from_on) values (${randomUUID()}::uuid, ${manager}::uuid, 'social-worker', ${await teamOfCase()}::uuid, '2026-02-01')`
    const refused = await answer(manager, 'withdraw')
    expect(refused).toMatchObject({ refused: 'not-allowed' })
    expect('todo' in refused ? refused.todo : '').toContain('manager')
  })

  it('a worker who once held the case may not acknowledge it; who holds it now may', async () => {
    await quiet.record({
      ref: about.ref,
      kind: 'worker-allocated',
      data: { person: PEOPLE.otherWorker },
      actorId: PEOPLE.teamManager,
    })
    expect(await answer(PEOPLE.worker, 'acknowledge')).toMatchObject({ refused: 'not-allowed' })
    expect(await answer(PEOPLE.otherWorker, 'acknowledge')).toMatchObject({ accepted: true })
  })

  it('the manager of the case may acknowledge and withdraw it', async () => {
    expect(await answer(PEOPLE.teamManager, 'acknowledge')).toMatchObject({ accepted: true })
    expect(await answer(PEOPLE.teamManager, 'withdraw')).toMatchObject({ accepted: true })
  })
})
