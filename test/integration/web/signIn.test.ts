import { realNow } from '../../../activities/realNow'
import { forgetOldSessions, keepSession, readSession } from '../../../client/commands/web/sessionRows'
import { sessionStore } from '../../../client/web/app/sessionStore'
import { demoSignIn } from '../../../client/web/sign-in/demoSignIn'
import { startWeb } from '../../../client/web/startWeb'
import { addCase, addPeople, PEOPLE } from '../../servers/factsToEvents'
import { webTown, type WebTown } from '../../servers/webTown'

describe('signing in to a demo', () => {
  let town: WebTown

  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    await addCase(town.town, 'T-1', '2026-01-12')
    await town.dayComes('2026-03-02')
  })
  afterAll(() => town.stop())

  it('sends whoever is not signed in to the page of whom to be, and back to where they were going', async () => {
    const stranger = town.visitor()
    const sent = await stranger.get('/my-work?week=2')
    expect([sent.status, sent.to]).toEqual([303, '/sign-in?goTo=%2Fmy-work%3Fweek%3D2'])
    const page = await stranger.get(sent.to ?? '')
    expect(page.text).toContain('Whom would you like to be?')
    const back = await stranger.post('/sign-in', { person: PEOPLE.worker, goTo: '/my-work?week=2' })
    expect([back.status, back.to]).toEqual([303, '/my-work?week=2'])
    expect((await stranger.get('/my-work')).text).toContain('T-1')
  })

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])(
    'goes on to a page of its own, never to %s',
    async (goTo) => {
      const answer = await town.visitor().post('/sign-in', { person: PEOPLE.worker, goTo })
      expect(answer.to).toBe('/')
    },
  )

  it('keeps no session for whoever only looks for what there is not', async () => {
    const sessions = () => town.db.$queryRaw<unknown[]>`select 1 from web_session`
    const before = (await sessions()).length
    for (const path of ['/none', '/assets/none.css', '/my-work']) {
      const answer = await town.visitor().get(path)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    expect(await sessions()).toHaveLength(before)
  })

  it('refuses a form without its token, and nobody is signed in', async () => {
    const visitor = town.visitor()
    await visitor.get('/sign-in')
    const answer = await visitor.post('/sign-in', { person: PEOPLE.worker, _csrf: 'made elsewhere' }, '')
    expect(answer.status).toBe(403)
    expect((await visitor.get('/my-work')).status).toBe(303)
  })

  it('is another session after signing in: what somebody planted before opens nothing', async () => {
    const visitor = town.visitor()
    const before = (await visitor.get('/sign-in')).headers.getSetCookie()
    const after = (await visitor.post('/sign-in', { person: PEOPLE.worker })).headers.getSetCookie()
    expect(String(after)).not.toBe(String(before))
    expect(String(after)).toMatch(/HttpOnly; SameSite=Lax/)
  })

  it('signs out, and the cookie opens nothing any more', async () => {
    const visitor = await town.visitorAs(PEOPLE.worker)
    expect((await visitor.get('/my-work')).status).toBe(200)
    await visitor.post('/sign-out', {}, '/my-work')
    expect((await visitor.get('/my-work')).status).toBe(303)
  })

  it('stays signed out, whatever a request that was asked before has still to write', async () => {
    const secret = 'a secret of a cookie'
    const store = sessionStore(town.db)
    const kept = (): Promise<unknown> => readSession(town.db, secret, realNow())
    await keepSession(town.db, secret, { personId: PEOPLE.worker }, realNow())
    expect(await kept()).toEqual({ personId: PEOPLE.worker })
    await new Promise<void>((done) => {
      store.destroy(secret, () => {
        done()
      })
    })
    await keepSession(town.db, secret, { personId: PEOPLE.worker, saying: 'It is recorded.' }, realNow())
    expect(await kept()).toBeUndefined()
    const rows = () =>
      town.db.$queryRaw<
        unknown[]
      >`select data from web_session where ends_at <= ${new Date(realNow()).toISOString()}::timestamptz`
    expect(await rows()).toContainEqual({ data: {} })
    await forgetOldSessions(town.db, realNow() + 16 * 60_000)
    expect(await rows()).toEqual([])
  })

  it('opens nothing for the cookie of before, once signed out', async () => {
    const visitor = await town.visitorAs(PEOPLE.worker)
    const cookie = visitor.cookies()
    const asked = (): Promise<Response> => fetch(`${town.address}/my-work`, { headers: { cookie }, redirect: 'manual' })
    expect((await asked()).status).toBe(200)
    await visitor.post('/sign-out', {}, '/my-work')
    expect((await asked()).status).toBe(303)
  })

  it('takes no token of before signing in: a form that somebody planted then opens nothing', async () => {
    const visitor = town.visitor()
    await visitor.get('/sign-in')
    const token = visitor.field('_csrf')
    await visitor.signIn(PEOPLE.worker)
    expect((await visitor.send('/sign-out', { _csrf: token })).status).toBe(403)
    expect((await visitor.get('/my-work')).status).toBe(200)
  })

  it('shows what somebody had written whom it signs out meanwhile, or whose form is too old, and saves none of it', async () => {
    const visitor = await town.visitorAs(PEOPLE.worker)
    const form = { answer: 'declined', reason: 'In court <all> day' }
    const path = '/calendar/replies'
    const audited = () => town.db.$queryRaw`select count(*)::int as n from audit_event`
    const before = await audited()
    const old = await visitor.send(path, { ...form, _csrf: 'old' })
    expect([old.status, old.text.includes('In court <all> day'), old.body.includes('<all>')]).toEqual([
      403,
      true,
      false,
    ])
    await town.db.$executeRaw`delete from web_session where person_id = ${PEOPLE.worker}::uuid`
    const out = await visitor.send(path, form)
    expect([out.status, out.text.includes('Sign in again'), out.text.includes('In court <all> day')]).toEqual([
      401,
      true,
      true,
    ])
    expect(out.headers.get('cache-control')).toBe('no-store')
    expect((await visitor.send(path, { answer: 'accepted' })).to).toBe('/sign-in')
    expect(await audited()).toEqual(before)
  })

  it('keeps no page in a browser or a proxy, and frames none', async () => {
    const visitor = await town.visitorAs(PEOPLE.worker)
    for (const page of ['/my-work', '/cases/T-1', '/no-such-page', '/due?format=csv', '/api/v1/due']) {
      const { headers } = await visitor.get(page)
      expect([page, headers.get('cache-control'), headers.get('x-frame-options')]).toEqual([page, 'no-store', 'DENY'])
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 600_000],
    ['anything else', 'application/json', 1_100_000],
  ])('reads %s of no more than it could need', async (_what, type, length) => {
    const sent = await fetch(`${town.address}/sign-in`, {
      ...{ method: 'POST', redirect: 'manual', headers: { 'content-type': type }, body: 'x'.repeat(length) },
    })
    expect([sent.status, await sent.text()]).toEqual([413, expect.stringContaining('too large')])
  })

  it('under https signs in by a cookie that is for TLS, this host and no script, and says so for good', async () => {
    const web = await startWeb({
      ...{ host: '127.0.0.1', port: 0, db: town.db, processes: town.processes, signIn: demoSignIn },
      log: () => undefined,
      settings: { baseUrl: 'https://caseclock.example', secret: 'a secret of the tests, 32 or more', proxies: 1 },
    })
    const visit = (protocol: string): Promise<Response> =>
      fetch(`${web.address}/sign-in`, { headers: { 'x-forwarded-proto': protocol, 'x-forwarded-for': '127.0.0.1' } })
    const { headers } = await visit('https')
    expect(headers.getSetCookie().join()).toMatch(/^__Host-caseclock=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect((await visit('http')).headers.getSetCookie()).toEqual([])
    await web.close()
  })

  it('lets nobody in who has left, from the moment they have', async () => {
    const visitor = await town.visitorAs(PEOPLE.otherWorker)
    expect((await visitor.get('/my-work')).status).toBe(200)
    await town.db.$executeRaw`update person set left_on = '2026-03-02' where id = ${PEOPLE.otherWorker}::uuid`
    expect((await visitor.get('/my-work')).status).toBe(303)
  })

  it('shows what a role does not hold as nothing', async () => {
    const visitor = await town.visitorAs(PEOPLE.worker)
    const menu = await visitor.get('/my-work')
    expect(menu.body).not.toContain('href="/admin"')
    expect((await visitor.get('/no-such-page')).status).toBe(404)
  })

  it('allows no script and no style but its own', async () => {
    const { headers } = await town.visitor().get('/sign-in')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(town.logged).toEqual([])
  })
})
