import { Agent } from 'node:http'
import { randomUUID } from 'node:crypto'
import { readClock } from '../../../activities/clock'
import { runUntilSomething } from '../../../client/commands/web/runUntilSomething'
import { demoSignIn } from '../../../client/web/sign-in/demoSignIn'
import { startWeb } from '../../../client/web/startWeb'
import { storyCases } from '../../../client/queries/web/storyCases'
import { LocalDate } from '@js-joda/core'
import { setClock } from '../../../client/commands/setClock'
import { londonDay, londonMoment } from '../../../domain/calendar/london'
import { addPerson } from '../../servers/addPerson'
import { caller } from '../../servers/caller'
import { addCase, addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import { visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

describe('the page of a demo', () => {
  let town: WebTown

  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    await addPerson(town.town, { key: 'other-manager', role: 'team-manager', team: TEAM })
    for (const [ref, on] of [
      ['T-1', '2026-02-23'],
      ['T-2', '2025-12-01'],
    ] as const)
      await addCase(town.town, ref, on)
    await town.dayComes('2026-03-02')
  })
  afterAll(() => town.stop())

  const today = async (): Promise<string> => londonDay((await readClock(town.db)).now).toString()

  it('shows its time, the newest mails and where they are', async () => {
    const page = await (await town.visitorAs(PEOPLE.worker)).get('/demo')
    expect(page.text).toContain('It is Monday 2 March 2026, 12:00 here')
    expect(page.body).toContain('href="http://127.0.0.1:8025/mail/1"')
    expect(page.text).toContain(`to ${town.mails[0]?.to.address ?? 'nobody'}`)
  })

  it('moves the clock by a day and by a week, and says so', async () => {
    const who = await town.visitorAs(PEOPLE.worker)
    expect((await who.post('/demo/clock', { step: 'day' }, '/demo')).to).toBe('/demo')
    expect((await who.get('/demo')).text).toContain('It is now Tuesday 3 March 2026, 12:00.')
    await who.post('/demo/clock', { step: 'week', back: '/demo/story' }, '/demo')
    expect(await today()).toBe('2026-03-10')
  })

  it('moves to ten o’clock where the day before stood before the morning’s mails', async () => {
    await setClock(town, { to: londonMoment(LocalDate.parse('2026-03-12'), 7 * 60 + 29), nudge: 'none' })
    const who = await town.visitorAs(PEOPLE.worker)
    await who.post('/demo/clock', { step: 'day' }, '/demo')
    expect((await who.get('/demo')).text).toContain('It is now Friday 13 March 2026, 10:00.')
  })

  it.each([{ step: 'year' }, {}, { step: ['day', 'week'] }])(
    'refuses %o in words, and the clock stays',
    async (fields) => {
      const before = await today()
      const page = await (await town.visitorAs(PEOPLE.worker)).post('/demo/clock', fields, '/demo')
      expect([page.status, page.text]).toEqual([422, expect.stringContaining('Choose how far') as string])
      expect(await today()).toBe(before)
    },
  )

  it('sets the speed, and shows which it is', async () => {
    const who = await town.visitorAs(PEOPLE.worker)
    await who.post('/demo/speed', { speed: 'minute' }, '/demo')
    expect((await readClock(town.db)).scale).toBe(1_440)
    expect((await who.get('/demo')).body).toMatch(/value="minute" checked/)
    await who.post('/demo/speed', { speed: 'still' }, '/demo')
    expect((await readClock(town.db)).scale).toBe(0)
  })

  it('stops the worker and starts it again; nothing is waited for while it is stopped', async () => {
    const who = await town.visitorAs(PEOPLE.worker)
    await who.post('/demo/worker', { worker: 'stop' }, '/demo')
    expect((await who.get('/demo')).text).toContain('It is stopped.')
    const page = await who.post('/demo/clock', { step: 'until' }, '/demo')
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('Start it first') as string])
    await who.post('/demo/worker', { worker: 'start' }, '/demo')
    expect((await who.get('/demo')).text).toContain('It runs')
  })

  it('runs until a mail has left or an alert has opened, and no further', async () => {
    const work = async (): Promise<number> => {
      await town.plan()
      await town.round()
      await town.deliver()
      return 0
    }
    const ran = await runUntilSomething({ db: town.db, processes: { nudge: work, ensure: () => Promise.resolve(0) } })
    expect(ran.mails + ran.alerts).toBeGreaterThan(0)
    expect(ran.days).toBeLessThan(60)
  })

  it('tells three stories of real cases, and its buttons do what they say', async () => {
    const who = await town.visitorAs(PEOPLE.worker)
    const page = await who.get('/demo/story')
    for (const title of ['A child, on time', 'A child, late', 'The manager is away']) expect(page.text).toContain(title)
    expect(page.text).toMatch(/Case T-1: .+, by /)
    expect(page.text).toContain('Case T-2: Assessment was due by')
    const manager = /name="manager" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    await who.post('/demo/story/away', { manager }, '/demo/story')
    const [cover] = await town.db.$queryRaw<unknown[]>`select reason from cover where person_id = ${manager}::uuid`
    expect(cover).toEqual({ reason: 'leave' })
    expect((await who.get('/demo/story')).text).toContain('is away now')
    await who.post('/demo/story/away', { manager: randomUUID() }, '/demo/story')
    await expect(town.db.$queryRaw`select 1 from cover`).resolves.toHaveLength(1)
    const as = /name="goTo" value="(\/escalations\/[^"]*)">\s*<button[^>]*value="([^"]*)"/.exec(page.body)
    const be = await who.post('/sign-in', { person: as?.[2] ?? '', goTo: as?.[1] ?? '' }, '/demo/story')
    expect([be.status, be.to]).toEqual([303, as?.[1]])
  })

  it('tells no story of a case that is restricted', async () => {
    const now = await today()
    const { away } = await storyCases(town.db, now)
    expect(away).not.toBeNull()
    await town.db.$executeRaw`
      insert into case_restriction (id, case_id, reason, made_by, made_at, command_id)
      select ${randomUUID()}::uuid, id, 'A relative works here', ${PEOPLE.headOfService}::uuid, '2026-03-02T10:00:00Z'::timestamptz, ${randomUUID()}::uuid
      from case_file where ref = ${away?.ref ?? ''}`
    const after = await storyCases(town.db, now)
    expect([after.onTime?.ref, after.late?.ref, after.away?.ref]).not.toContain(away?.ref)
    await town.db.$executeRaw`delete from case_restriction`
  })

  it('is nothing for whoever asks under another name', async () => {
    const agent = new Agent()
    const who = await caller(town.address, agent, PEOPLE.worker)
    expect((await who.call({ path: '/demo' })).status).toBe(200)
    expect((await who.call({ path: '/demo', headers: { host: 'caseclock.example' } })).status).toBe(404)
    agent.destroy()
  })

  it('has no worker to stop where nobody gave it one, and is nothing where the authority is no demo', async () => {
    const web = await startWeb({
      ...{
        host: '127.0.0.1',
        port: 0,
        db: town.db,
        processes: town.processes,
        signIn: demoSignIn,
        log: () => undefined,
      },
      settings: { baseUrl: 'http://127.0.0.1:3000', secret: 'a secret of the tests, 32 or more' },
    })
    const who = visitor(web.address)
    await who.signIn(PEOPLE.worker)
    expect((await who.get('/demo')).text).not.toContain('worker runs')
    expect((await who.post('/demo/worker', { worker: 'stop' }, '/demo')).status).toBe(404)
    await town.db.$executeRaw`update authority set demo = false, scale = 1, offset_ms = 0 where id = 1`
    expect((await who.get('/demo')).status).toBe(404)
    expect((await who.post('/demo/clock', { step: 'day' }, '/my-work')).status).toBe(404)
    await web.close()
  })
})
