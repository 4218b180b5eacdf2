import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { openDatabase } from '../../prisma/database'
import { demoPlay } from '../servers/demoPlay'
import { up, type Started } from '../servers/runningUp'
import { visitor } from '../servers/visitor'

/** A day a minute: what sleeps for days would sleep through this test. */
const SPEED = ['--speed', '60']

describe('a demo that is started again at another speed', () => {
  let folder: string
  let data: string
  const all: Started[] = []
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-test-'))
    chmodSync(folder, 0o755) // as root, Postgres runs as another user
    data = path.join(folder, 'data')
  })
  // Also when the test was too slow: nothing is left running.
  afterAll(async () => {
    for (const one of all) await stop(one)
    rmSync(folder, { recursive: true, force: true })
  })

  const started = (...more: readonly string[]): Started => {
    const one = up(data, ...more)
    all.push(one)
    return one
  }
  const untilReady = async (one: Started): Promise<Client> => {
    await one.said('  ready')
    const { databaseUrl } = JSON.parse(readFileSync(path.join(data, 'addresses.json'), 'utf8')) as {
      databaseUrl: string
    }
    const pg = new Client({ connectionString: databaseUrl })
    await pg.connect()
    return pg
  }
  const stop = async ({ child }: Started): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'close')
    child.kill('SIGTERM')
    await ended
  }

  it('is played on its page: nothing is told while the worker is stopped, all of it late, and a run ends with what happens', async () => {
    const one = started()
    const pg = await untilReady(one)
    const { web, databaseUrl } = JSON.parse(readFileSync(path.join(data, 'addresses.json'), 'utf8')) as {
      web: string
      databaseUrl: string
    }
    const { rows } = await pg.query<{ id: string }>(
      "select p.id::text from person p join role_grant g on g.person_id = p.id where g.role = 'team-manager' and p.left_on is null limit 1",
    )
    const who = visitor(web)
    await who.signIn(rows[0]?.id ?? '')
    await pg.end()
    const db = openDatabase(databaseUrl)
    const { stopped, told, late, ran } = await demoPlay(who, db).finally(() => db.$disconnect())
    await stop(one)
    expect(stopped).toContain('It is stopped. Nothing is planned or sent.')
    expect(told.whileStopped).toEqual(told.before)
    // It ends with the first thing that happens, and says how much it was; the rest of the morning's mails may still be on their way.
    const [mails, alerts] = ['mails? left', 'alerts? opened'].map((word) =>
      Number(new RegExp(`(\\d+) ${word}`).exec(ran.says)?.[1] ?? 0),
    )
    expect([ran.says, Number(mails) + Number(alerts) > 0]).toEqual([ran.says, true])
    expect(ran.more.mails).toBeGreaterThanOrEqual(Number(mails))
    expect(late).toBeGreaterThan(0)
  })

  it('asks every case again: each slept by the old clock', async () => {
    const first = started()
    const before = await untilReady(first)
    const { rows } = await before.query<{ last: string; cases: number }>(
      'select max(planned_at)::text as last, count(*)::int as cases from case_file where open',
    )
    expect(rows[0]?.cases).toBeGreaterThan(40)
    await before.end()
    await stop(first)
    const second = started(...SPEED)
    const after = await untilReady(second)
    const asleep = async (): Promise<number> =>
      (
        await after.query<{ n: number }>(
          'select count(*)::int as n from case_file where open and planned_at <= $1::timestamptz',
          [rows[0]?.last],
        )
      ).rows[0]?.n ?? 0
    while ((await asleep()) > 0) await wait(100)
    await after.end()
  })
})
