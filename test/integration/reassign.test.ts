import { randomUUID } from 'node:crypto'
import { previewReassign, reassign, type Reassign } from '../../client/commands/reassign/reassign'
import { changeAccess } from '../../client/commands/changeAccess'
import { dueList } from '../../client/queries/dueList'
import { addCase, PEOPLE, TEAM } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'
import { typed } from '../servers/typed'

/** Three assessments, due on 8, 9 and 10 April 2026; on the 9th the first is late, and the worker has mail that has not left. */
describe('giving the cases of one worker to another', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await addCase(quiet.town, 'T-2', '2026-02-03')
    await addCase(quiet.town, 'T-3', '2026-02-04')
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
  })
  afterEach(() => quiet.stop())

  const command = (more: Partial<Reassign> = {}): Reassign => ({
    ...{ fromId: PEOPLE.worker, toId: PEOPLE.otherWorker, refs: null, on: null },
    ...{ actorId: PEOPLE.teamManager, commandId: randomUUID(), ...more },
  })
  const waiting = (personId: string) => quiet.db.$queryRaw<{ ref: string; title: string; step: string }[]>`
    select c.ref, o.title, n.step from notice n join case_file c on c.id = n.case_id join obligation o on o.id = n.obligation_id
    where n.recipient_id = ${personId}::uuid and n.withdrawn_at is null and n.message_id is null order by c.ref, o.title, n.step`
  const dueFor = async (personId: string) =>
    (await dueList(quiet.db, { today: '2026-04-09', within: 400, teams: null, personId, escalated: false })).map(
      ({ ref, title, due_on }) => ({ ref, title, due_on }),
    )

  it('the dry run lists exactly what then moves, and writes nothing', async () => {
    const listed = await previewReassign(quiet.db, command())
    if (!('moved' in listed)) throw new Error(listed.todo)
    expect(listed.refused).toEqual([])
    expect(listed.moved.map(({ ref, worked }) => [ref, worked])).toEqual([
      ['T-1', 1],
      ['T-2', 1],
      ['T-3', 1],
    ])
    const [before, due] = [await waiting(PEOPLE.worker), await dueFor(PEOPLE.worker)]
    expect(before.length).toBeGreaterThan(0)
    const done = await reassign(quiet, command())
    expect(done).toEqual(listed)
    await quiet.plan()
    const notices = listed.moved
      .flatMap(({ ref, notices: own }) => own.map(({ title, step, to }) => ({ ref, title, step, to })))
      .sort((a, b) => ([a.ref, a.title, a.step].join() < [b.ref, b.title, b.step].join() ? -1 : 1))
    expect(notices.map(({ ref, title, step }) => ({ ref, title, step }))).toEqual(before)
    expect(new Set(notices.map(({ to }) => to))).toEqual(new Set(['Person otherWorker']))
    expect(await waiting(PEOPLE.otherWorker)).toEqual(before)
    expect(await waiting(PEOPLE.worker)).toEqual([])
    const obligations = listed.moved.flatMap(({ ref, obligations: own }) =>
      own.map(({ title, dueOn }) => ({ ref, title, due_on: dueOn })),
    )
    expect(new Set(obligations.map((one) => JSON.stringify(one)))).toEqual(
      new Set(due.map((one) => JSON.stringify(one))),
    )
    expect(await dueFor(PEOPLE.otherWorker)).toEqual(due)
    expect(await dueFor(PEOPLE.worker)).toEqual([])
    const alerts = await quiet.db.$queryRaw<
      { id: string }[]
    >`select id::text from escalation where state = 'open' order by id`
    expect(listed.moved.flatMap(({ escalations }) => escalations.map(({ id }) => ({ id })))).toEqual(alerts)
  })

  it('sent again under its id it changes nothing; a case that broke off goes on', async () => {
    const again = command({ refs: ['T-1', 'T-2'] })
    await reassign(quiet, { ...again, refs: ['T-1'] })
    const done = await reassign(quiet, again)
    expect('moved' in done && done.moved.map(({ ref, repeated }) => [ref, repeated])).toEqual([
      ['T-1', true],
      ['T-2', false],
    ])
    const [events] = await quiet.db.$queryRaw<{ count: number }[]>`
      select count(*)::int from chronology_event where kind = 'worker-ended' and actor_id = ${PEOPLE.teamManager}::uuid`
    expect(events).toEqual({ count: 2 })
  })

  it('a case that is refused is named, and the rest goes on', async () => {
    const access = { actorId: PEOPLE.headOfService, reason: 'x' }
    await changeAccess(quiet, { ref: 'T-2', change: { what: 'restrict' }, ...access, commandId: randomUUID() })
    const grant = { what: 'grant', personId: PEOPLE.teamManager, from: null, to: null } as const
    await changeAccess(quiet, { ref: 'T-2', change: grant, ...access, commandId: randomUUID() })
    const done = await reassign(quiet, command({ refs: ['T-2', 'T-9', 'T-3'] }))
    expect(done).toMatchObject({
      moved: [{ ref: 'T-3' }],
      refused: [
        { ref: 'T-2', refused: expect.stringContaining('caseclock access T-2 grant') as string },
        { ref: 'T-9', refused: expect.stringContaining('no such case') as string },
      ],
    })
    expect(await reassign(quiet, command({ refs: ['T-3'] }))).toMatchObject({
      refused: [{ ref: 'T-3', refused: 'They do not hold this case.' }],
    })
  })

  it('who may move no case is not told which ones somebody holds', async () => {
    for (const actorId of [PEOPLE.worker, PEOPLE.otherWorker, PEOPLE.chair])
      for (const refs of [null, ['T-1']])
        expect(await previewReassign(quiet.db, command({ actorId, refs }))).toEqual({
          refused: 'not-allowed',
          todo: 'Only a manager or an administrator may give cases to somebody else. Ask one of them.',
        })
    await quiet.db.$executeRaw`
      update role_grant set team_id = ${TEAM}::uuid, role = 'team-manager' where person_id = ${PEOPLE.chair}::uuid`
    expect(await previewReassign(quiet.db, command({ actorId: PEOPLE.chair }))).toMatchObject({ refused: [] })
    await quiet.db.$executeRaw`update person set left_on = '2026-04-01' where id = ${PEOPLE.chair}::uuid`
    expect(await previewReassign(quiet.db, command({ actorId: PEOPLE.chair }))).toMatchObject({
      todo: expect.stringContaining('has left') as string,
    })
  })

  it('a restricted case that is not open to who acts is counted, stays where it is, and is not named', async () => {
    const restrict = { change: { what: 'restrict' }, actorId: PEOPLE.headOfService, reason: 'x' } as const
    await changeAccess(quiet, { ref: 'T-2', ...restrict, commandId: randomUUID() })
    const people = ['--from', PEOPLE.worker, '--to', PEOPLE.otherWorker, '--as', PEOPLE.teamManager]
    const dry = await typed(quiet.town, 'reassign', ...people, '--dry-run')
    expect(dry).toMatchObject({ code: 1, err: expect.stringContaining('1 case of theirs is restricted') as string })
    expect(dry.out + dry.err).not.toContain('T-2')
    const done = await reassign(quiet, command())
    expect(done).toMatchObject({ moved: [{ ref: 'T-1' }, { ref: 'T-3' }], refused: [], notNamed: 1 })
  })

  it('an alert goes, as the dry run says, to the next person where mail to who takes the case does not arrive', async () => {
    await quiet.db.$executeRaw`
      update role_grant set role = 'independent-reviewing-officer' where person_id = ${PEOPLE.otherWorker}::uuid`
    const [alert] = await quiet.db.$queryRaw<{ id: string; message: string }[]>`
      update notice set role = 'independent-reviewing-officer', recipient_id = ${PEOPLE.chair}::uuid
      where escalation_id is not null and withdrawn_at is null returning id::text, message_id::text as message`
    await quiet.db
      .$executeRaw`update message set recipient_id = ${PEOPLE.chair}::uuid where id = ${alert?.message}::uuid`
    await quiet.db.$executeRaw`
      with bounced as (insert into message (id, mail_id, recipient_id, lane, day, state, created_at)
        values (gen_random_uuid(), 'x', ${PEOPLE.otherWorker}::uuid, 'digest', '2026-04-07', 'bounced', '2026-04-07') returning id, recipient_id)
      insert into delivery_task (message_id, recipient_id, opened_at, why, detail, address)
      select b.id, p.id, '2026-04-08', 'bounced', 'x', p.email from bounced b join person p on p.id = b.recipient_id`
    const given = command({ fromId: PEOPLE.chair, refs: ['T-1'] })
    const listed = await previewReassign(quiet.db, given)
    if (!('moved' in listed)) throw new Error(listed.todo)
    await reassign(quiet, given)
    await quiet.plan()
    const told = await quiet.db.$queryRaw<{ to: string }[]>`
      select p.name as to from notice n join person p on p.id = n.recipient_id
      where n.role = 'independent-reviewing-officer' and n.withdrawn_at is null order by p.name`
    expect(told).toHaveLength(1)
    expect(told).not.toEqual([{ to: 'Person otherWorker' }])
    expect(listed.moved.flatMap(({ notices }) => notices.map(({ to }) => ({ to })))).toEqual(told)
  })

  it('who chairs hands on to a reviewing officer only', async () => {
    const chair = (toId: string) => reassign(quiet, command({ fromId: PEOPLE.chair, toId, refs: ['T-1'] }))
    expect(await chair(PEOPLE.otherWorker)).toMatchObject({
      refused: [{ refused: expect.stringContaining('no reviewing officer') as string }],
    })
    await quiet.db.$executeRaw`
      update role_grant set role = 'independent-reviewing-officer' where person_id = ${PEOPLE.otherWorker}::uuid`
    expect(await chair(PEOPLE.otherWorker)).toMatchObject({ moved: [{ ref: 'T-1', worked: 0, chaired: 1 }] })
  })

  it.each<[string, Partial<Reassign>, string]>([
    ['to the same person', { toId: PEOPLE.worker }, 'hold these cases already'],
    ['to nobody who is known', { toId: randomUUID() }, 'Nobody is known'],
    ['under an id that is none', { commandId: 'seven' }, 'seven is no id'],
  ])('%s: refused as a whole', async (_what, more, todo) => {
    expect(await reassign(quiet, command(more))).toMatchObject({ todo: expect.stringContaining(todo) as string })
  })

  it('on the command line: the list, the JSON, and 1 where a case was refused', async () => {
    const people = ['--from', PEOPLE.worker, '--to', PEOPLE.otherWorker, '--as', PEOPLE.teamManager]
    const say = (...words: string[]) => typed(quiet.town, 'reassign', ...people, ...words)
    const dry = await say('--dry-run')
    expect(dry).toMatchObject({ code: 0, out: expect.stringMatching(/^3 cases would go/) as string })
    expect(dry.out).toContain('Nothing was changed')
    expect(await say('--on', '2026-04-10')).toMatchObject({ code: 2 })
    const done = await say('--cases', 'T-1', 'T-9', '--json')
    expect(done.code).toBe(1)
    expect(JSON.parse(done.out)).toMatchObject({ dryRun: false, moved: [{ ref: 'T-1' }], refused: [{ ref: 'T-9' }] })
  })
})
