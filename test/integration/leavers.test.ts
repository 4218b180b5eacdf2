import { randomUUID } from 'node:crypto'
import { recordEvent } from '../../client/commands/recordEvent'
import { seeToLeavers } from '../../activities/reconcile/seeToLeavers'
import { casePage } from '../../client/queries/casePage'
import { addCase, PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

describe('the work of somebody who leaves', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await addCase(quiet.town, 'T-2', '2026-02-02')
    await quiet.plan()
    await quiet.db
      .$executeRaw`update person set left_on = '2026-03-04' where id in (${PEOPLE.worker}::uuid, ${PEOPLE.chair}::uuid)`
  })
  afterEach(() => quiet.stop())

  const reconcile = () => quiet.planning.reconcile({ full: false })
  const ended = () => quiet.db.$queryRaw<{ ref: string; occurred_on: string; source_system: string }[]>`
    select c.ref, e.occurred_on::text, e.source_system from chronology_event e join case_file c on c.id = e.case_id
    where e.kind = 'worker-ended' order by c.ref`
  const report = async () =>
    (
      await quiet.db.$queryRaw<{ left: number; problem: string | null }[]>`
      select (report->>'left')::int as left, problem from process where id = 'reconcile'`
    )[0]

  it('ends on the day they left, once, and the manager is told that nobody is allocated', async () => {
    await quiet.moveTo('2026-03-03')
    await reconcile()
    expect(await ended()).toEqual([])
    await quiet.moveTo('2026-03-06')
    await reconcile()
    expect(await report()).toEqual({ left: 2, problem: null })
    await reconcile()
    expect(await report()).toEqual({ left: 0, problem: null })
    expect(await ended()).toEqual([
      { ref: 'T-1', occurred_on: '2026-03-04', source_system: 'caseclock' },
      { ref: 'T-2', occurred_on: '2026-03-04', source_system: 'caseclock' },
    ])
    await quiet.plan()
    const page = await casePage(quiet.db, 'T-1')
    expect(page?.obligations.find(({ rule }) => rule === 'allocation')).toMatchObject({
      state: 'open',
      due_on: '2026-03-06',
    })
    await quiet.round()
    await quiet.deliver()
    const told = quiet.mails.filter(({ to }) => to.address.startsWith('teammanager'))
    expect(told.map(({ text }) => /allocation of a social worker/i.test(text))).toEqual([true, true])
    expect(quiet.mails.some(({ to }) => /^(worker|chair)@/.test(to.address))).toBe(false)
    const administrator = quiet.mails.find(({ to }) => to.address.startsWith('administrator'))
    expect(administrator?.text).toContain('Case T-1: its reviewing officer has left. Allocate another.')
  })

  it('leaves alone what somebody else holds by then, and who comes back', async () => {
    await quiet.record({
      ref: 'T-1',
      kind: 'worker-allocated',
      data: { person: PEOPLE.otherWorker },
      actorId: PEOPLE.teamManager,
    })
    await quiet.moveTo('2026-03-06')
    await reconcile()
    expect((await ended()).map(({ ref }) => ref)).toEqual(['T-2'])
    await quiet.db.$executeRaw`update person set left_on = null`
    await quiet.record({
      ref: 'T-2',
      kind: 'worker-allocated',
      data: { person: PEOPLE.worker },
      actorId: PEOPLE.teamManager,
    })
    await reconcile()
    await quiet.db.$executeRaw`update person set left_on = '2026-03-09' where id = ${PEOPLE.worker}::uuid`
    await quiet.moveTo('2026-03-09')
    await reconcile()
    expect((await ended()).map(({ ref, occurred_on }) => `${ref} ${occurred_on}`)).toEqual([
      'T-2 2026-03-04',
      'T-2 2026-03-09',
    ])
  })

  it('an allocation that is recorded afterwards does not stay with them either', async () => {
    await quiet.moveTo('2026-03-06')
    await reconcile()
    await quiet.moveTo('2026-03-09')
    const given = { ref: 'T-1', kind: 'worker-allocated', data: { person: PEOPLE.worker } }
    await quiet.record({ ...given, on: '2026-03-03', actorId: PEOPLE.teamManager })
    await reconcile()
    expect(await ended()).toHaveLength(2)
    await quiet.moveTo('2026-03-10')
    // What a person would be refused comes with an extract, or by hand into the database.
    const first = await ended()
    await quiet.db.$executeRaw`
      insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, voids, command_id)
      select gen_random_uuid(), id, 99, 0, 'worker-allocated', '2026-03-05', '2026-03-10', '{}', ${JSON.stringify({ person: PEOPLE.worker })}::jsonb, false, gen_random_uuid()
      from case_file where ref = 'T-1'`
    await quiet.db.$executeRaw`update case_file set facts_version = 99 where ref = 'T-1'`
    await reconcile()
    expect((await ended()).length).toBe(first.length + 1)
    await reconcile()
    expect((await ended()).length).toBe(first.length + 1)
  })

  it('a case that comes back to them does not stay with them: reopened, or the next allocation taken back', async () => {
    await quiet.record({ ref: 'T-1', kind: 'case-closed', data: { reason: 'x' }, actorId: PEOPLE.teamManager })
    const next = { kind: 'worker-allocated', data: { person: PEOPLE.otherWorker } }
    const taken = await quiet.record({ ref: 'T-2', ...next, actorId: PEOPLE.teamManager })
    await quiet.moveTo('2026-03-06')
    await reconcile()
    expect(await ended()).toEqual([])
    // The clock stands: nothing is told apart by its moment.
    await quiet.record({ ref: 'T-1', kind: 'case-reopened', actorId: PEOPLE.teamManager })
    await quiet.record({ ref: 'T-2', ...next, supersedes: taken, void: true, actorId: PEOPLE.teamManager })
    await reconcile()
    expect((await ended()).map(({ ref }) => ref)).toEqual(['T-1', 'T-2'])
    await quiet.plan()
    for (const ref of ['T-1', 'T-2'])
      expect((await casePage(quiet.db, ref))?.obligations.find(({ rule }) => rule === 'allocation')?.state).toBe('open')
    expect((await seeToLeavers(quiet.db)).nudging).toEqual([])
  })

  it('a fact of a later day is looked at on its day', async () => {
    await quiet.moveTo('2026-03-06')
    await reconcile()
    await quiet.db.$executeRaw`
      insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, voids, command_id)
      select gen_random_uuid(), id, 99, 0, 'worker-allocated', '2026-03-09', '2026-03-06', '{}', ${JSON.stringify({ person: PEOPLE.worker })}::jsonb, false, gen_random_uuid()
      from case_file where ref = 'T-1'`
    await quiet.db.$executeRaw`update case_file set facts_version = 99 where ref = 'T-1'`
    await reconcile()
    expect(await ended()).toHaveLength(2)
    await quiet.moveTo('2026-03-09')
    await reconcile()
    expect(await ended()).toHaveLength(3)
  })

  it('a look that runs out of time goes on where it stopped, and what fails comes last', async () => {
    const oneCase = () => {
      let left = 1
      return seeToLeavers(quiet.db, () => left-- > 0)
    }
    await addCase(quiet.town, 'T-3', '2026-02-02')
    await quiet.moveTo('2026-03-06')
    const broken = randomUUID()
    await quiet.db.$executeRaw`
      insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, voids, command_id)
      select ${broken}::uuid, id, 9, 0, 'worker-allocated', '2026-03-01', '2026-03-01', '{}', 'null'::jsonb, false, gen_random_uuid() from case_file where ref = 'T-1'`
    expect((await oneCase()).failures).toEqual([expect.stringContaining('case T-1')])
    for (const done of [['T-2'], ['T-2', 'T-3'], ['T-2', 'T-3']]) {
      // What failed stands as a problem also where there was no time to try it again.
      expect((await oneCase()).failures).toEqual([expect.stringContaining('case T-1')])
      expect((await ended()).map(({ ref }) => ref)).toEqual(done)
    }
  })

  it('one case that cannot be read keeps nobody else, stands as a problem, and is tried again', async () => {
    await quiet.moveTo('2026-03-06')
    const broken = randomUUID()
    await quiet.db.$executeRaw`
      insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, voids, command_id)
      select ${broken}::uuid, id, 9, 0, 'worker-allocated', '2026-03-01', '2026-03-01', '{}', 'null'::jsonb, false, gen_random_uuid() from case_file where ref = 'T-1'`
    await reconcile()
    expect((await ended()).map(({ ref }) => ref)).toEqual(['T-2'])
    expect((await report())?.problem).toContain('case T-1')
    await quiet.db.$executeRaw`
      insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, supersedes, voids, command_id)
      select gen_random_uuid(), id, 10, 0, 'worker-allocated', '2026-03-01', '2026-03-01', '{}', ${JSON.stringify({ person: PEOPLE.worker })}::jsonb, ${broken}::uuid, true, gen_random_uuid()
      from case_file where ref = 'T-1'`
    await reconcile()
    expect((await ended()).map(({ ref }) => ref)).toEqual(['T-1', 'T-2'])
    expect((await report())?.problem).toBeNull()
  })

  it('nothing is given to them any more', async () => {
    await quiet.moveTo('2026-03-06')
    const give = (person: string) =>
      recordEvent(quiet, {
        ...{ ref: 'T-1', kind: 'worker-allocated', data: { person }, actorId: PEOPLE.teamManager },
        commandId: randomUUID(),
      })
    expect(await give(PEOPLE.worker)).toMatchObject({
      ...{ refused: 'bad-data', todo: expect.stringContaining('left on 4 March 2026') as string },
    })
    expect(await give(PEOPLE.otherWorker)).toMatchObject({ accepted: true })
  })
})
