import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import type { z } from 'zod'
import { ENDPOINTS } from '../../../client/web/api/apiPages'
import { PROBLEM } from '../../../client/web/api/schemas'
import { PAGES } from '../../../client/web/pages'
import { REPORT_GROUPS } from '../../../client/web/reports/reportGroups'
import { caller, type Caller, type Reply } from '../../servers/caller'
import { PEOPLE } from '../../servers/factsToEvents'
import { matrixTown, type MatrixTown } from '../../servers/matrixTown'

interface Due {
  readonly items: readonly {
    readonly case: string
    readonly late: boolean
    readonly escalated: boolean
  }[]
  readonly next: string | null
}

describe('/api/v1', () => {
  const agent = new Agent({ keepAlive: true })
  let town: MatrixTown
  let worker: Caller

  beforeAll(async () => {
    town = await matrixTown()
    worker = await caller(town.town.address, agent, town.personOf['team-manager'])
  })
  afterAll(async () => {
    agent.destroy()
    await town.town.stop()
  })

  const outputOf = (pattern: string): z.ZodType => {
    const found = ENDPOINTS.find(({ page }) => `${page.method} ${page.path}` === pattern)
    if (found === undefined) throw new Error(`No endpoint ${pattern}.`)
    return found.output
  }
  /** An answer as its schema has it: strict, so that nothing comes that the document does not say. */
  const read = async (pattern: string, path: string): Promise<Record<string, unknown>> => {
    const { status, body } = await worker.call({ path })
    expect([status, path]).toEqual([200, path])
    return outputOf(pattern).parse(JSON.parse(body)) as Record<string, unknown>
  }
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
    worker.call({
      ...{ path, method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) },
      headers: {
        ...{ 'content-type': 'application/json', 'csrf-token': worker.token, 'idempotency-key': randomUUID() },
        ...headers,
      },
    })
  const isProblem = ({ status, body, type }: Reply, expected: number): string => {
    expect([status, type]).toEqual([expected, 'application/problem+json; charset=utf-8'])
    return PROBLEM.parse(JSON.parse(body)).detail
  }

  it('answers each question as its document says', async () => {
    const { ref, escalation } = town.own
    expect(await read('GET /api/v1/cases', '/api/v1/cases')).toMatchObject({
      items: [{ ref: 'N-1' }, { ref: 'N-2' }],
      next: null,
    })
    expect(await read('GET /api/v1/cases/:ref', `/api/v1/cases/${ref}`)).toMatchObject({
      ref,
      team: 'North 1',
      open: true,
    })
    const due = await read('GET /api/v1/cases/:ref/obligations', `/api/v1/cases/${ref}/obligations`)
    expect((due['items'] as { explanation: string[] }[]).every(({ explanation }) => explanation.length > 0)).toBe(true)
    expect(await read('GET /api/v1/escalations', '/api/v1/escalations')).toMatchObject({ next: null })
    expect(await read('GET /api/v1/escalations/:id', `/api/v1/escalations/${escalation}`)).toMatchObject({ case: ref })
  })

  it('answers in pages, each line once', async () => {
    const pattern = 'GET /api/v1/cases/:ref/chronology'
    const whole = await read(pattern, '/api/v1/cases/N-1/chronology')
    const lines: unknown[] = []
    for (let after: string | null = ''; after !== null;) {
      const some: Record<string, unknown> = await read(pattern, `/api/v1/cases/N-1/chronology?limit=2&after=${after}`)
      lines.push(...(some['items'] as unknown[]))
      after = some['next'] as string | null
    }
    expect(lines).toEqual(whole['items'])
    expect(lines.length).toBeGreaterThan(4)
  })

  it('records a fact once for a key, and only on the version somebody has seen', async () => {
    const path = '/api/v1/cases/N-2/events'
    const { factsVersion } = await read('GET /api/v1/cases/:ref', '/api/v1/cases/N-2')
    const seen = { 'if-match': `"${String(factsVersion)}"`, 'idempotency-key': randomUUID() }
    const fact = { kind: 'visit-made', on: '2026-03-01', data: { seen: true, seenAlone: true } }
    const first = await post(path, fact, seen)
    expect(outputOf('POST /api/v1/cases/:ref/events').parse(JSON.parse(first.body))).toMatchObject({ repeated: false })
    expect(JSON.parse((await post(path, fact, seen)).body)).toMatchObject({ repeated: true })
    expect(isProblem(await post(path, fact, { 'if-match': seen['if-match'] }), 409)).toContain('has changed since')
  })

  it('takes an answer to an alert', async () => {
    const { status, body } = await post(`/api/v1/escalations/${town.own.escalation}/answers`, { answer: 'acknowledge' })
    expect(status).toBe(200)
    expect(outputOf('POST /api/v1/escalations/:id/answers').parse(JSON.parse(body))).toMatchObject({ repeated: false })
  })

  it('lists what is late and due in pages, each line once, and agrees with the rest', async () => {
    const pattern = 'GET /api/v1/due'
    const ask = async (query: string): Promise<Due> =>
      (await read(pattern, `/api/v1/due?within=366${query}`)) as unknown as Due
    const { items: whole, next } = await ask('')
    expect(next).toBeNull()
    expect(whole.length).toBeGreaterThan(4)
    const lines: unknown[] = []
    for (let after: string | null = ''; after !== null;) {
      const some: Due = await ask(`&limit=1&after=${encodeURIComponent(after)}`)
      expect(some.items).toHaveLength(1)
      lines.push(...some.items)
      after = some.next
    }
    expect(lines).toEqual(whole)
    const late = whole.filter((line) => line.late)
    expect(late.length).toBeGreaterThan(0)
    expect((await ask('&late=true')).items).toEqual(late)
    expect(late.length).toBeLessThan(whole.length)
    const escalated = await ask('&escalated=true')
    expect(escalated.items.length).toBeGreaterThan(0)
    expect(escalated.items.every((line) => line.escalated)).toBe(true)
    expect((await ask('&who=team')).items).toEqual(whole)
    expect((await ask(`&team=${town.others.team}`)).items).toEqual([])
    expect((await ask('&who=me')).items).toEqual([])
    const holder = await caller(town.town.address, agent, PEOPLE.worker)
    const held = outputOf(pattern).parse(
      JSON.parse((await holder.call({ path: '/api/v1/due?who=me&within=366' })).body),
    ) as Due
    expect(new Set(held.items.map((line) => line.case))).toEqual(new Set(['N-1', 'N-2', 'S-1']))
  })

  it('says nothing of a restricted case in any list, and counts none', async () => {
    const { db } = town.town
    const [there] = await db.$queryRaw<{ due: number; placed: number; name: string }[]>`
      select (select count(*)::int from obligation o where o.case_id = c.id and o.state = 'open') as due,
        (select count(*)::int from session_case s where s.case_id = c.id) as placed, (select k.surname from child k where k.case_id = c.id limit 1) as name
      from case_file c where c.ref = 'X-1'`
    expect(there?.due).toBeGreaterThan(0)
    expect(there?.placed).toBeGreaterThan(0)
    const year = await read('GET /api/v1/supervision/:team/year', `/api/v1/supervision/${town.own.team}/year`)
    const { sessions } = year as { sessions: { id: string; cases: number }[] }
    expect(sessions.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(0)
    const lists: unknown[] = [
      year,
      await read('GET /api/v1/due', '/api/v1/due?within=366'),
      await read('GET /api/v1/search', `/api/v1/search?q=${encodeURIComponent(there?.name ?? '')}`),
    ]
    for (const { id, cases } of sessions) {
      const session = await read('GET /api/v1/supervision/sessions/:id', `/api/v1/supervision/sessions/${id}`)
      expect(session['cases']).toHaveLength(cases)
      lists.push(session)
    }
    expect(JSON.stringify(lists)).toContain('N-1')
    expect(JSON.stringify(lists)).not.toContain('X-1')
    expect(await read('GET /api/v1/search', '/api/v1/search?q=X-1')).toEqual({ items: [], more: false })
  })

  it('finds cases by the start of a reference', async () => {
    expect(await read('GET /api/v1/search', '/api/v1/search?q=n-1')).toMatchObject({ items: [{ ref: 'N-1' }] })
  })

  it('shows the papers’ state of a session to who is invited, and its year to who organises it', async () => {
    const path = `/api/v1/supervision/sessions/${town.own.session}`
    const { invited } = (await read('GET /api/v1/supervision/sessions/:id', path)) as { invited: { person: string }[] }
    expect(invited.map(({ person }) => person)).toContain(town.personOf['social-worker'])
    const social = await caller(town.town.address, agent, town.personOf['social-worker'])
    expect((await social.call({ path })).status).toBe(200)
    isProblem(await social.call({ path: `/api/v1/supervision/${town.own.team}/year` }), 404)
    isProblem(await social.call({ path: '/api/v1/reports/workload' }), 404)
  })

  it('counts in each group of figures what the reader may open', async () => {
    for (const { id } of REPORT_GROUPS)
      expect(await read('GET /api/v1/reports/:group', `/api/v1/reports/${id}`)).toMatchObject({ group: id })
    const { figures } = await read('GET /api/v1/reports/:group', `/api/v1/reports/workload?team=${town.own.team}`)
    // N-1 and N-2; X-1 is open too, and closed to them.
    expect((figures as { count: number }[])[0]?.count).toBe(2)
  })

  it.each([
    ['/api/v1/due?after=yesterday', 'after'],
    ['/api/v1/due?after=2026-02-30~00000000-0000-4000-8000-000000000000~x~N-1', 'after'],
    ['/api/v1/due?within=0', 'within'],
    ['/api/v1/due?team=north', 'team'],
    ['/api/v1/due?whose=me', 'whose'],
    ['/api/v1/search', 'q'],
    ['/api/v1/search?q=a', 'two letters'],
    ['/api/v1/reports/workload?from=yesterday', 'from'],
  ])('does not guess what %s means', async (path, words) => {
    expect(isProblem(await worker.call({ path }), 422)).toContain(words)
  })

  it.each([
    ['no key', { kind: 'visit-made' }, { 'idempotency-key': 'x' }, 428, 'Idempotency-Key'],
    ['no version', { kind: 'visit-made' }, { 'if-match': 'new' }, 422, 'If-Match'],
    ['a kind there is not', { kind: 'wizardry' }, {}, 422, 'no kind of event'],
    ['a field there is not', { kind: 'visit-made', who: 'me' }, {}, 422, 'who'],
    ['a day there is not', { kind: 'visit-made', on: '2026-02-30' }, {}, 422, 'on'],
    ['broken JSON', '{', {}, 400, 'Nothing was saved'],
    ['a token made elsewhere', { kind: 'visit-made' }, { 'csrf-token': 'x' }, 403, 'Nothing was saved'],
  ])('refuses %s, and says what to do', async (_what, body, headers, status, words) => {
    expect(isProblem(await post('/api/v1/cases/N-1/events', body, headers), status)).toContain(words)
  })

  it.each([
    '/api/v1/cases/S-1',
    '/api/v1/cases/X-1/chronology',
    '/api/v1/cases/nothing',
    '/api/v1/escalations/x',
    '/api/v1/supervision/sessions/x',
    '/api/v1/supervision/x/year',
    '/api/v1/reports/x',
    '/api/v1/nothing',
  ])('has nothing at %s for who may not see it', async (path) => {
    expect(isProblem(await worker.call({ path }), 404)).toContain('There is nothing here')
  })

  it('has nothing of another team', async () => {
    const { team, session } = town.others
    for (const path of [
      ...[`supervision/${team}/year`, `supervision/sessions/${session}`, `reports/workload?team=${team}`],
    ])
      expect(isProblem(await worker.call({ path: `/api/v1/${path}` }), 404)).toContain('There is nothing here')
  })

  it('asks who is there', async () => {
    const stranger = await caller(town.town.address, agent)
    expect(isProblem(await stranger.call({ path: '/api/v1/cases' }), 401)).toContain('Sign in')
  })

  it('has every route in its document, and nothing else', async () => {
    const document = JSON.parse((await worker.call({ path: '/api/v1/openapi.json' })).body) as {
      readonly openapi: string
      readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    }
    expect(document.openapi).toBe('3.1.0')
    const written = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    const routes = PAGES.filter(({ path }) => path.startsWith('/api/')).map(({ method, path }) => `${method} ${path}`)
    expect([...written].sort()).toEqual([...routes].sort())
  })
})
