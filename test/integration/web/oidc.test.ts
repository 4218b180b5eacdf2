import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { realNow } from '../../../activities/realNow'
import { addCase, addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import { fakeProvider, type FakeProvider } from '../../servers/fakeProvider'
import { quietTown, type QuietTown } from '../../servers/quietTown'
import { visitor, type Got, type Visitor } from '../../servers/visitor'
import { webProcess, type WebProcess } from '../../servers/webProcess'

/** No server listens there: the tests ask for its paths where the process really is. */
const BASE_URL = 'http://127.0.0.1:3999'
const SETTINGS = {
  ...{
    OIDC_CLIENT_ID: 'caseclock',
    OIDC_CLIENT_SECRET: 'a secret of the tests',
    BASE_URL,
    TRUST_PROXIES: '1',
    SIGN_IN_TRIES: '30',
  },
  SESSION_SECRET: 'a secret of the tests, 32 or more',
}

describe('signing in with the council’s own provider', () => {
  let quiet: QuietTown
  let provider: FakeProvider
  let web: WebProcess

  beforeAll(async () => {
    quiet = await quietTown('2026-03-02', { namespace: true })
    await addPeople(quiet.town)
    await addCase(quiet.town, 'T-1', '2026-01-12')
    await quiet.plan()
    provider = await fakeProvider('caseclock', () => Math.floor(realNow() / 1000))
    web = await webProcess({
      ...{ ...quiet.town.environment(), ...SETTINGS },
      ...{ OIDC_ISSUER: provider.issuer, OIDC_ROLES_CLAIM: 'roles' },
    })
  })
  beforeEach(() => {
    provider.doing = { claims: { email: 'Worker@TEST.example' } }
  })
  afterAll(async () => {
    await web.stop()
    await provider.stop()
    await quiet.stop()
  })

  const begin = async (who: Visitor, goTo = '/my-work'): Promise<URL> => {
    const sent = await who.get(`/sign-in?goTo=${encodeURIComponent(goTo)}`)
    expect(sent.status).toBe(303)
    return new URL(sent.to ?? '')
  }
  const signIn = async (who: Visitor): Promise<Got> => who.get(provider.answer((await begin(who)).href))
  /** From an address of their own, as the proxy before says it: an address may try only so often. */
  let visitors = 0
  const newVisitor = (): Visitor => {
    visitors += 1
    return visitor(web.address, { 'x-forwarded-for': `192.0.2.${String(100 + visitors)}` })
  }

  it('asks for a code with PKCE, state and nonce, and goes on to the page that was asked for', async () => {
    const who = newVisitor()
    const asked = await begin(who, '/my-work?week=2')
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      ...{ response_type: 'code', client_id: 'caseclock', redirect_uri: `${BASE_URL}/sign-in/callback` },
      ...{ scope: 'openid email profile', code_challenge_method: 'S256' },
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
    })
    const back = await who.get(provider.answer(asked.href))
    expect([back.status, back.to]).toEqual([303, '/my-work?week=2'])
    expect((await who.get('/my-work')).text).toContain('T-1')
    const { form, authorization } = provider.redeemed.at(-1) ?? { form: new URLSearchParams(), authorization: '' }
    expect(form.get('code_verifier')).toMatch(/^[\w-]{43}$/)
    expect(authorization).toMatch(/^Basic /)
  })

  it('is another session after signing in', async () => {
    const who = newVisitor()
    const before = (await who.get('/sign-in?goTo=/')).headers.getSetCookie()
    const after = (await signIn(who)).headers.getSetCookie()
    expect(String(after)).toMatch(/^caseclock=/)
    expect(String(after)).not.toBe(String(before))
  })

  it('knows a person by staff number too', async () => {
    provider.doing = { claims: { email: 'TEAM-MANAGER' } }
    await quiet.db.$executeRaw`update person set source_id = 'team-manager' where id = ${PEOPLE.teamManager}::uuid`
    expect((await signIn(newVisitor())).to).toBe('/my-work')
  })

  it.each([
    ['nobody has that address', { email: 'stranger@test.example' }],
    ['the claim is missing', {}],
    ['the claim is no text', { email: ['worker@test.example'] }],
    ['the provider says that the address is not theirs', { email: 'worker@test.example', email_verified: false }],
    ['two people have that address', { email: 'twice@test.example' }],
    ['they have left', { email: 'otherworker@test.example' }],
  ])('lets nobody in, and says whom to ask, where %s', async (_why, claims) => {
    await quiet.db
      .$executeRaw`update person set email = 'twice@test.example' where id in (${PEOPLE.chair}::uuid, ${PEOPLE.headOfService}::uuid)`
    await quiet.db.$executeRaw`update person set left_on = '2026-03-01' where id = ${PEOPLE.otherWorker}::uuid`
    provider.doing = { claims }
    const who = newVisitor()
    const page = await signIn(who)
    expect([page.status, page.text]).toEqual([403, expect.stringContaining('Ask your team manager') as string])
    expect((await who.get('/my-work')).status).toBe(303)
  })

  it.each([
    ['the nonce of another sign-in', 400, 'not meant for you', { claims: { nonce: 'another' } }],
    ['another issuer', 400, 'not meant for you', { claims: { iss: 'http://127.0.0.1:1' } }],
    ['a token for another program', 400, 'not meant for you', { claims: { aud: 'another' } }],
    ['a signature of another key', 400, 'not meant for you', { strangeKey: true }],
    ['a token that ran out five minutes ago', 400, 'clock', { claims: { exp: Math.floor(realNow() / 1000) - 300 } }],
    ['a code that has run out', 400, 'too long ago', { tokenError: 'invalid_grant' }],
    ['that it is away when the code comes back', 503, 'does not answer', { away: true }],
  ])('does not take %s', async (_what, status, words, doing) => {
    const who = newVisitor()
    const asked = await begin(who)
    provider.doing = { ...doing, claims: { email: 'worker@test.example', ...('claims' in doing ? doing.claims : {}) } }
    const page = await who.get(provider.answer(asked.href))
    expect([page.status, page.text]).toEqual([status, expect.stringContaining(words) as string])
    expect((await who.get('/my-work')).status).toBe(303)
  })

  it('bears clocks that differ by less than a minute', async () => {
    provider.doing = { claims: { email: 'worker@test.example', exp: Math.floor(realNow() / 1000) - 20 } }
    expect((await signIn(newVisitor())).status).toBe(303)
  })

  it('does not take the state of another window, an answer to nothing, or the same answer twice', async () => {
    const who = newVisitor()
    const first = await begin(who)
    await begin(who)
    const other = await who.get(provider.answer(first.href))
    expect([other.status, other.text]).toEqual([400, expect.stringContaining('You were not signed in') as string])
    const toNothing = await newVisitor().get('/sign-in/callback?code=x&state=y')
    expect([toNothing.status, toNothing.text]).toEqual([400, expect.stringContaining('too long ago') as string])
    const answer = provider.answer((await begin(who)).href)
    expect((await who.get(answer)).status).toBe(303)
    expect((await who.get(answer)).status).toBe(400)
  })

  it('says so where somebody stopped', async () => {
    const who = newVisitor()
    const asked = await begin(who)
    const page = await who.get(`/sign-in/callback?error=access_denied&state=${asked.searchParams.get('state') ?? ''}`)
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('Signing in was stopped') as string])
  })

  it('signs out here, and then at the provider with its own token', async () => {
    const who = newVisitor()
    await signIn(who)
    // A link of somebody else signs nobody out: only the form does.
    expect((await who.get('/sign-in/out')).to).toBe('/')
    expect((await who.get('/my-work')).status).toBe(200)
    const cookie = who.cookies()
    const out = await who.post('/sign-out', {}, '/my-work')
    expect(out.to).toBe('/sign-in/out')
    const before = await fetch(`${web.address}/my-work`, { headers: { cookie }, redirect: 'manual' })
    expect(before.status).toBe(303)
    expect((await who.get('/my-work')).status).toBe(303)
    const page = await who.get('/sign-in/out')
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('signed out') as string])
    const there = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(there).toMatch(new RegExp(`^${provider.issuer}/end\\?`))
    expect(new URL(there).searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(new URL(there).searchParams.get('post_logout_redirect_uri')).toBe(`${BASE_URL}/sign-in`)
  })

  it('gives the roles a claim names, from today; takes away what it names no more; leaves those of the extract', async () => {
    const roles = async (): Promise<readonly string[]> =>
      (
        await quiet.db.$queryRaw<{ words: string }[]>`
          select role || ' ' || coalesce(team_id::text, 'everywhere') || ' ' || coalesce(source, 'extract') as words from role_grant
          where person_id = ${PEOPLE.worker}::uuid and from_on <= '2026-03-02' and (to_on is null or to_on >= '2026-03-02') order by 1`
      ).map(({ words }) => words)
    const as = async (values: unknown): Promise<readonly string[]> => {
      provider.doing = { claims: { email: 'worker@test.example', ...(values === undefined ? {} : { roles: values }) } }
      expect((await signIn(newVisitor())).status).toBe(303)
      return roles()
    }
    const own = `social-worker ${TEAM} extract`
    expect(await as(['coordinator@team', 'director', 'team-manager', 'wizard', 'coordinator@nowhere'])).toEqual(
      [`coordinator ${TEAM} claims`, 'director everywhere claims', own].sort(),
    )
    expect(await as(['director'])).toEqual(['director everywhere claims', own])
    expect(await as(undefined)).toEqual([own])
    const audited = await quiet.db.$queryRaw<{ detail: unknown }[]>`
      select detail from audit_event where action = 'roles-from-claims' and actor_id = ${PEOPLE.worker}::uuid order by jsonb_array_length(detail->'begun') desc, detail->>'ended'`
    expect(audited.map(({ detail }) => detail)).toEqual([
      {
        begun: [`coordinator@${TEAM}`, 'director'],
        ended: [],
        ignored: ['team-manager', 'wizard', 'coordinator@nowhere'],
      },
      { begun: [], ended: [`coordinator@${TEAM}`], ignored: [] },
      { begun: [], ended: ['director'], ignored: [] },
    ])
  })

  it('starts while the provider is away, says so, and takes it up when it is back', async () => {
    const other = await fakeProvider('caseclock', () => Math.floor(realNow() / 1000))
    other.doing = { away: true }
    const late = await webProcess({ ...quiet.town.environment(), ...SETTINGS, OIDC_ISSUER: other.issuer })
    const who = visitor(late.address)
    const page = await who.get('/sign-in?goTo=/')
    expect([page.status, page.text]).toEqual([503, expect.stringContaining('reminders leave as always') as string])
    other.doing = { claims: { email: 'worker@test.example' } }
    const sent = await who.get('/sign-in?goTo=/')
    expect((await who.get(other.answer(sent.to ?? ''))).status).toBe(303)
    await late.stop()
    await other.stop()
  })

  it('lets one address try so often in a minute, and no more: by the word of the proxy before it', async () => {
    const ask = async (from: string): Promise<Response> =>
      fetch(`${web.address}/sign-in`, { headers: { 'x-forwarded-for': from } })
    let last = await ask('192.0.2.7')
    for (let tries = 1; tries < 31; tries += 1) last = await ask('192.0.2.7')
    expect([last.status, await last.text()]).toEqual([429, expect.stringContaining('Wait a minute') as string])
    expect((await ask('192.0.2.8')).status).toBe(200)
  })

  it('logs what failed, and nobody’s name, address or code', () => {
    expect(web.said()).toContain('sign-in: not-ours')
    expect(web.said()).not.toMatch(/worker|@test|callback|code=/)
  })
})

describe('a real provider', () => {
  let quiet: QuietTown
  let provider: ChildProcess
  let web: WebProcess
  let issuer: string

  beforeAll(async () => {
    quiet = await quietTown('2026-03-02', { namespace: true })
    await addPeople(quiet.town)
    const program = path.join(__dirname, '..', '..', 'servers', 'oidcProvider.mjs')
    provider = spawn(process.execPath, [program, `${BASE_URL}/sign-in/callback`, `${BASE_URL}/sign-in`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const said = (await once(provider.stdout ?? process.stdin, 'data')) as [Buffer]
    issuer = said[0].toString().trim()
    web = await webProcess({ ...quiet.town.environment(), ...SETTINGS, OIDC_ISSUER: issuer })
  })
  afterAll(async () => {
    provider.kill('SIGTERM')
    await web.stop()
    await quiet.stop()
  })

  it('lets somebody in whose address it gives at its userinfo page', async () => {
    const who = visitor(web.address)
    const there = visitor(issuer)
    const follow = async (to: string): Promise<Got> => {
      const got = await there.get(to)
      return got.to !== undefined && got.to.startsWith(BASE_URL) ? got : got.to === undefined ? got : follow(got.to)
    }
    const sent = await who.get('/sign-in?goTo=/my-work')
    const login = await follow(sent.to ?? '')
    const form = /action="([^"]*)"/.exec(login.body)?.[1] ?? ''
    const post = async (to: string, fields: Record<string, string>): Promise<Got> => {
      const got = await there.send(to, fields)
      return follow(got.to ?? '')
    }
    const consent = await post(form, { prompt: 'login', login: 'worker', password: 'x' })
    const again = /action="([^"]*)"/.exec(consent.body)?.[1] ?? ''
    const back = await post(again, { prompt: 'consent' })
    const url = new URL(back.to ?? '')
    const got = await who.get(`${url.pathname}${url.search}`)
    expect([got.status, got.to]).toEqual([303, '/my-work'])
    expect((await who.get('/my-work')).text).toContain('Person worker')
  })
})
