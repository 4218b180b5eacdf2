import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import type { z } from 'zod'
import { ENDPOINTS } from '../../../client/web/api/apiPages'
import { PROBLEM } from '../../../client/web/api/schemas'
import { PAGES } from '../../../client/web/pages'
import { caller, type Caller, type Reply } from '../../servers/caller'
import { matrixTown, type MatrixTown } from '../../servers/matrixTown'

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
    '/api/v1/nothing',
  ])('has nothing at %s for who may not see it', async (path) => {
    expect(isProblem(await worker.call({ path }), 404)).toContain('There is nothing here')
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
