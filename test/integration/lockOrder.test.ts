import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { addCase, addPeople, PEOPLE, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

describe('a plan that takes notices back while a digest claims them', () => {
  let quiet: QuietTown
  let about: TestCase
  let holder: Client
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
    await quiet.moveTo('2026-04-09', 8 * 60)
    await quiet.plan()
    holder = new Client({ connectionString: quiet.town.url })
    await holder.connect()
  })
  afterEach(async () => {
    await holder.end()
    await quiet.stop()
  })

  const unsent = async (): Promise<string[]> =>
    (
      await holder.query<{ id: string }>(`
        select n.id from notice n left join message m on m.id = n.message_id
        where n.withdrawn_at is null and (m.id is null or m.state = 'created') order by n.id`)
    ).rows.map(({ id }) => id)
  const untilItWaits = async (): Promise<void> => {
    while ((await holder.query('select 1 from pg_locks where not granted')).rows.length === 0) await wait(10)
  }

  it('takes them by id, and messages after them: it holds nothing that the other could want', async () => {
    const [first, ...others] = await unsent()
    expect(others.length).toBeGreaterThan(0)
    // The first by id is now the last that the database would come upon by itself.
    await holder.query('update notice set why = why where id = $1', [first])
    await quiet.record({
      ref: 'T-1',
      kind: 'assessment-authorised',
      on: '2026-04-08',
      actorId: PEOPLE.worker,
    })
    await holder.query('begin')
    await holder.query('select 1 from notice where id = $1 for update', [first])
    const planned = quiet.planning.planTimeline({ caseId: about.id })
    await untilItWaits()
    const free = await holder.query('select 1 from notice where id = any($1) for update skip locked', [others])
    const messages = await holder.query(`select 1 from message where state = 'created' for update skip locked`)
    const all = await quiet.db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from message where state = 'created'`
    await holder.query('rollback')
    await planned
    expect(free.rows).toHaveLength(others.length)
    expect(all[0]?.count).toBeGreaterThan(0)
    expect(messages.rows).toHaveLength(all[0]?.count ?? 0)
    expect(await unsent()).not.toContain(first)
  })

  it('takes notices after the alerts: while it waits for one it holds none', async () => {
    await quiet.moveTo('2026-04-10', 8 * 60)
    await quiet.plan()
    const { rows: alerts } = await holder.query(`select id from escalation where state = 'open'`)
    expect(alerts).toHaveLength(1)
    const notices = await unsent()
    expect(notices.length).toBeGreaterThan(0)
    await holder.query('begin')
    await holder.query('select 1 from escalation for update')
    const planned = quiet.planning.planTimeline({ caseId: about.id })
    await untilItWaits()
    const free = await holder.query('select 1 from notice where id = any($1) for update skip locked', [notices])
    await holder.query('rollback')
    await planned
    expect(free.rows).toHaveLength(notices.length)
  })

  it('takes back also what a digest put into a new mail meanwhile', async () => {
    const [first] = await unsent()
    await quiet.record({ ref: 'T-1', kind: 'assessment-authorised', on: '2026-04-08', actorId: PEOPLE.worker })
    await holder.query('begin')
    await holder.query(
      `insert into message (id, mail_id, recipient_id, lane, day, state, created_at)
       select gen_random_uuid(), 'digest@test.example', recipient_id, 'digest', '2026-04-09', 'created', '2026-04-09' from notice where id = $1`,
      [first],
    )
    await holder.query(
      `update notice set message_id = (select id from message where mail_id = 'digest@test.example') where id = $1`,
      [first],
    )
    const planned = quiet.planning.planTimeline({ caseId: about.id })
    await untilItWaits()
    await holder.query('commit')
    await planned
    const { rows } = await holder.query('select message_id, withdrawn_at is null as stands from notice where id = $1', [
      first,
    ])
    expect(rows).toEqual([{ message_id: null, stands: false }])
  })
})
