import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { up, type Started } from '../servers/runningUp'

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
