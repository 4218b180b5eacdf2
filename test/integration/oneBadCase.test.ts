import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { MockActivityEnvironment } from '@temporalio/testing'
import { Client } from 'pg'
import { inTransaction } from '../../prisma/inTransaction'
import { addBadFact, takeBack } from '../servers/badFact'
import { addCase, addPeople, PEOPLE, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

const MORNING = 8 * 60

describe('one bad case does not silence the others', () => {
  let quiet: QuietTown
  let cases: TestCase[]
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    cases = []
    for (const ref of ['T-1', 'T-2', 'T-3']) cases.push(await addCase(quiet.town, ref, '2026-02-02'))
    await quiet.moveTo('2026-04-07', MORNING)
    await quiet.plan()
  })
  afterEach(() => quiet.stop())

  const poison = ({ id }: TestCase): Promise<string> => addBadFact(quiet.db, id)
  const problems = async (): Promise<string[]> =>
    (await quiet.db.$queryRaw<{ ref: string }[]>`select ref from case_file where problem is not null order by ref`).map(
      ({ ref }) => ref,
    )
  const worker = (): string[] =>
    quiet.mails.filter(({ to }) => to.address.startsWith('worker@')).map(({ text }) => text)

  it.each(['before the digest is written', 'before its mail is written'])(
    'a planner that throws %s costs one line of the digest, and is on the list of problems',
    async (when) => {
      const [, bad] = cases
      if (when.startsWith('before the digest')) await poison(bad as TestCase)
      await quiet.round()
      if (!when.startsWith('before the digest')) await poison(bad as TestCase)
      await quiet.deliver()
      expect(worker()).toHaveLength(1)
      const [text = ''] = worker()
      expect(text).toContain('Case T-1: Assessment')
      expect(text).toContain('Case T-3: Assessment')
      expect(text).toContain('Case T-2 could not be worked out: see the case')
      expect(text).not.toContain('Case T-2: Assessment')
      expect(await problems()).toEqual(['T-2'])
    },
  )

  it('a digest of nothing but bad cases still goes out', async () => {
    await quiet.round()
    for (const about of cases) await poison(about)
    await quiet.deliver()
    expect(worker()[0]).toContain('Case T-1 could not be worked out: see the case')
  })

  const messages = () => quiet.db.$queryRaw`select lane, state from message order by lane`
  it('whoever has left since is told nothing, not even that a case could not be worked out', async () => {
    await quiet.round()
    for (const about of cases) await poison(about)
    await quiet.db.$executeRaw`update person set left_on = '2026-04-07' where id = ${PEOPLE.worker}::uuid`
    await quiet.deliver()
    expect(worker()).toEqual([])
    expect(await messages()).toEqual([{ lane: 'digest', state: 'withdrawn' }])
  })

  it('nor is who works for another team by now, but of what is in that team too, or still theirs', async () => {
    await quiet.round()
    await quiet.record({
      ref: 'T-1',
      kind: 'worker-allocated',
      data: { person: PEOPLE.otherWorker },
      actorId: PEOPLE.teamManager,
    })
    for (const about of cases) await poison(about)
    const elsewhere = randomUUID()
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (${elsewhere}::uuid, 'far', 'West 1')`
    await quiet.db
      .$executeRaw`update role_grant set team_id = ${elsewhere}::uuid where person_id = ${PEOPLE.worker}::uuid`
    await quiet.db.$executeRaw`update case_file set team_id = ${elsewhere}::uuid where ref = 'T-2'`
    await quiet.deliver()
    expect(worker().map((text) => text.match(/Case T-\d could not/g))).toEqual([
      ['Case T-2 could not', 'Case T-3 could not'],
    ])
  })

  it('an alert about such a case waits, and goes to whoever stands there once it can be worked out', async () => {
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
    const fact = await poison(cases[0] as TestCase)
    await quiet.db.$executeRaw`update person set left_on = '2026-04-09' where id = ${PEOPLE.teamManager}::uuid`
    await quiet.db.$executeRaw`update message set state = 'withdrawn' where id not in (
      select message_id from notice where case_id = ${cases[0]?.id}::uuid and message_id is not null)`
    await expect(new MockActivityEnvironment().run(() => quiet.deliver())).rejects.toThrow('outcome')
    expect(quiet.mails).toEqual([])
    await takeBack(quiet.db, cases[0]?.id ?? '', fact)
    await quiet.plan()
    await quiet.deliver()
    expect(quiet.mails.map(({ to, subject }) => `${to.address} ${subject.slice(0, 18)}`)).toContain(
      'servicemanager@test.example Held up: case T-1,',
    )
    expect(quiet.mails.filter(({ to }) => to.address.startsWith('teammanager'))).toEqual([])
  })

  it('a mail that cannot be written stands where a person sees it, and is tried again', async () => {
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
    await poison(cases[0] as TestCase)
    const [alert] = await quiet.db.$queryRaw<{ id: string }[]>`
      select m.id from message m join notice n on n.message_id = m.id where n.case_id = ${cases[0]?.id}::uuid and m.lane = 'at-once'`
    const environment = new MockActivityEnvironment({ scheduledTimestampMs: 0 })
    await expect(environment.run(() => quiet.mail.deliverMessage({ messageId: alert?.id ?? '' }))).rejects.toThrow()
    const [row] = await quiet.db.$queryRaw<{ state: string; problem: string | null }[]>`
      select state, problem from message where id = ${alert?.id}::uuid`
    expect(row).toEqual({ state: 'created', problem: 'TypeError' })
  })

  it('a case somebody has locked holds up neither the digest nor the locks of the others', async () => {
    for (const ref of ['T-1', 'T-2'])
      await quiet.record({
        ref,
        kind: 'visit-made',
        data: { seen: true },
        actorId: PEOPLE.worker,
      })
    const holder = new Client({ connectionString: quiet.town.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query(`select 1 from case_file where ref = 'T-2' for update`)
    try {
      const round = quiet.round()
      while ((await holder.query('select 1 from pg_locks where not granted')).rows.length === 0) await wait(10)
      // It waits for T-2 now. T-1, which was planned before, is anybody's.
      const started = performance.now()
      await quiet.db.$executeRaw`update case_file set problem = problem where ref = 'T-1'`
      expect(performance.now() - started).toBeLessThan(1_000)
      await round
    } finally {
      await holder.query('rollback')
      await holder.end()
    }
    const [row] = await quiet.db.$queryRaw<{ claimed: number }[]>`
      select count(*)::int as claimed from notice where message_id is not null and lane = 'digest'`
    expect(row?.claimed).toBeGreaterThanOrEqual(3)
    await quiet.deliver()
    expect(worker()[0]).toContain('Case T-2: Assessment')
  })
})

describe('a lock not had in time is asked for again', () => {
  let quiet: QuietTown
  beforeAll(async () => {
    quiet = await quietTownOfOneCase()
  })
  afterAll(() => quiet.stop())

  it('once: whoever held it is done by then', async () => {
    const holder = new Client({ connectionString: quiet.town.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query('select 1 from case_file for update')
    let tries = 0
    const ref = await inTransaction(quiet.db, async (tx) => {
      tries += 1
      if (tries === 2) await holder.query('rollback')
      const [row] = await tx.$queryRaw<{ ref: string }[]>`select ref from case_file for update`
      return row?.ref
    })
    await holder.end()
    expect({ ref, tries }).toEqual({ ref: 'T-1', tries: 2 })
  })
})

describe('a mail that the server refused', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    for (const ref of ['T-1', 'T-2']) await addCase(quiet.town, ref, '2026-02-02')
    await quiet.moveTo('2026-04-07', MORNING)
    await quiet.plan()
    await quiet.round()
  })
  afterEach(() => quiet.stop())
  const REFUSED = { outcome: 'refused', permanent: false, detail: 'The mail server answered 451.' } as const
  const met = (ref: string) =>
    quiet.record({ ref, kind: 'assessment-authorised', on: '2026-04-06', actorId: PEOPLE.worker })

  it('is written again from what holds now', async () => {
    quiet.answerNext(REFUSED)
    await quiet.deliver()
    expect(quiet.mails[0]?.text).toContain('Case T-1: Assessment')
    await met('T-1')
    await quiet.deliver()
    expect(quiet.mails).toHaveLength(2)
    expect(quiet.mails[1]?.text).not.toContain('Case T-1: Assessment')
    expect(quiet.mails[1]?.text).toContain('Case T-2: Assessment')
    expect(quiet.mails[1]?.messageId).toBe(quiet.mails[0]?.messageId)
  })

  it('is not sent at all when nothing of it holds any more', async () => {
    quiet.answerNext(REFUSED)
    await quiet.deliver()
    await met('T-1')
    await met('T-2')
    await quiet.deliver()
    expect(quiet.mails).toHaveLength(1)
    expect(await quiet.db.$queryRaw`select state from message where lane = 'digest'`).toEqual([{ state: 'withdrawn' }])
  })

  it('whose answer was lost goes out again with the same words', async () => {
    quiet.answerNext({ outcome: 'unknown', detail: 'The connection ended.' })
    await quiet.deliver()
    await met('T-1')
    await quiet.deliver()
    expect(quiet.mails.map(({ text }) => text)).toEqual([quiet.mails[0]?.text, quiet.mails[0]?.text])
  })

  it('for more than four hours is undelivered, with the reason for a person to see, and tried no more', async () => {
    quiet.answerNext(REFUSED)
    await quiet.deliver()
    await quiet.db
      .$executeRaw`update message set first_try_at = first_try_at - interval '5 hours' where state = 'unsent'`
    quiet.answerNext(REFUSED)
    await quiet.deliver()
    const [row] = await quiet.db.$queryRaw<{ state: string; problem: string }[]>`
      select state, problem from message where lane = 'digest'`
    expect(row?.state).toBe('failed')
    expect(row?.problem).toContain('451')
    expect(row?.problem).toContain('four hours')
    await quiet.deliver()
    expect(quiet.mails).toHaveLength(2)
  })
})
