import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { applyExtract } from '../../activities/import/applyExtract'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { londonMoment } from '../../domain/calendar/london'
import { exportedHistories } from '../servers/exportedHistories'
import { stepTo } from '../servers/steppedClock'
import { testTown, type TestTown } from '../servers/testTown'

const TODAY = '2026-11-20'
const FAMILIES = 24
const DAYS = 40
const PROGRAM = path.join(__dirname, '..', '..', 'bin', 'caseclock.js')

interface Noted {
  readonly notices: readonly string[]
  readonly messages: readonly string[]
  readonly inbox: readonly string[]
}

/** A county on a clock that only moves when told to, its worker a process of its own that may be killed. */
async function county(
  disturb: (day: number, town: TestTown, worker: () => ChildProcess, restart: () => void) => Promise<void>,
): Promise<{ noted: Noted; town: TestTown; stop(): Promise<void> }> {
  const town = await testTown({ startsOn: TODAY })
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-chaos-'))
  await writeDemoCounty({ folder, today: TODAY, families: FAMILIES })
  const { changed } = await applyExtract(town.db, await readSsdExtract(folder, TODAY), () => undefined)
  rmSync(folder, { recursive: true, force: true })
  const start = (): ChildProcess =>
    spawn(process.execPath, [PROGRAM, 'worker'], {
      env: { ...process.env, ...town.environment(), MAILS_PER_SECOND: '1000' },
      stdio: 'ignore',
    })
  let worker = start()
  await town.processes.nudge(changed.map((id) => ({ type: 'caseTimeline', id })))
  await town.processes.ensure([{ type: 'morningRound', id: '' }])
  for (let day = 0; day <= DAYS; day += 1) {
    const on = LocalDate.parse(TODAY).plusDays(day)
    const stepping = stepTo(town, londonMoment(on, 20 * 60))
    await disturb(
      day,
      town,
      () => worker,
      () => {
        worker = start()
      },
    )
    await stepping
  }
  const notices = await town.db.$queryRaw<{ line: string }[]>`
    select concat_ws(' ', c.ref, o.rule, o.subject, o.trigger, o.part, n.step, n.role, n.due_revision, n.due_on, n.send_on) as line
    from notice n join obligation o on o.id = n.obligation_id join case_file c on c.id = n.case_id where n.withdrawn_at is null order by 1`
  const messages = await town.db.$queryRaw<
    { mail_id: string; state: string }[]
  >`select mail_id, state from message order by 1`
  const noted = {
    notices: notices.map(({ line }) => line),
    messages: messages.map(({ mail_id, state }) => `${mail_id} ${state}`),
    inbox: (await town.inbox.list()).map(({ messageId }) => messageId).sort(),
  }
  return {
    noted,
    town,
    stop: async () => {
      if (worker.exitCode === null && worker.signalCode === null) {
        const ended = once(worker, 'exit')
        worker.kill('SIGTERM')
        await ended
      }
      await town.stop()
    },
  }
}

describe(`${String(FAMILIES)} families, ${String(DAYS)} days`, () => {
  let calm: Awaited<ReturnType<typeof county>>
  beforeAll(async () => {
    calm = await county(() => Promise.resolve())
  })
  afterAll(() => calm.stop())

  it('tells something, and every message leaves once', () => {
    expect(calm.noted.notices.length).toBeGreaterThan(50)
    expect(calm.noted.messages.filter((message) => !message.endsWith(' sent'))).toEqual([])
    expect(new Set(calm.noted.inbox).size).toBe(calm.noted.inbox.length)
    expect(calm.noted.inbox).toHaveLength(calm.noted.messages.length)
  })

  it('tells nothing before its time', async () => {
    const [early] = await calm.town.db.$queryRaw<{ count: bigint }[]>`
      select count(*) from notice n join message m on m.id = n.message_id where m.day < n.send_on`
    expect(Number(early?.count)).toBe(0)
  })

  it('keeps every name, reference and address out of the histories', async () => {
    const histories = await exportedHistories(calm.town.client)
    expect(histories.length).toBeGreaterThan(FAMILIES)
    const text = JSON.stringify(histories)
    const personal = await calm.town.db.$queryRaw<{ word: string }[]>`
      select forename || ' ' || surname as word from child union select surname from child union select name from person union select email from person where email is not null
      union select ref from case_file union select source_id from child where source_id is not null`
    expect(personal.length).toBeGreaterThan(100)
    expect(personal.filter(({ word }) => text.includes(word))).toEqual([])
    expect(text).toContain('case/')
  })

  it('with the worker killed three times tells the same, each once', async () => {
    const killOn = new Set([3, 12, 26])
    const killed = await county(async (day, _town, worker, restart) => {
      if (!killOn.has(day)) return
      await wait(30) // anywhere in the day's work
      const ended = once(worker(), 'exit')
      worker().kill('SIGKILL')
      await ended
      restart()
    })
    try {
      expect(killed.noted.notices).toEqual(calm.noted.notices)
      expect(killed.noted.messages).toEqual(calm.noted.messages)
      // A mail whose answer was lost with the worker may be there twice, under the same Message-ID.
      expect([...new Set(killed.noted.inbox)]).toEqual(calm.noted.inbox)
    } finally {
      await killed.stop()
    }
  })
})
