import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runFeed, type FeedOptions } from '../../../client/cli/supervision/feedCommand'
import { runWeb } from '../../../client/cli/webCommand'
import { demoSignIn } from '../../../client/web/sign-in/demoSignIn'
import { startWeb } from '../../../client/web/startWeb'
import { openDatabase } from '../../../prisma/database'
import { PEOPLE } from '../../servers/factsToEvents'
import { feedTown, type FeedTown } from './feedTown'

const environment = process.env
const WEB = path.join(__dirname, '..', '..', '..', 'dist', 'client', 'cli', 'webCommand.js')

const WEB_SETTINGS = {
  ...{ OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_CLIENT_ID: 'caseclock', OIDC_CLIENT_SECRET: 'of the tests' },
  ...{ BASE_URL: 'http://127.0.0.1:3000', SESSION_SECRET: 'a secret of the tests, 32 or more' },
}

describe('the commands about a calendar', () => {
  let town: FeedTown
  let folder: string
  beforeAll(async () => {
    town = await feedTown('2026-03-02', ['T-1'])
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-feed-'))
  })
  beforeEach(() => {
    process.env = { ...environment, ...town.quiet.town.environment(), BASE_URL: `${town.server.address}/` }
  })
  afterEach(() => {
    process.env = environment
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await town.stop()
  })

  const feed = async (options: Partial<FeedOptions>) => {
    let [out, err] = ['', '']
    const io = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
    const code = await runFeed({ as: PEOPLE.worker, data: folder, ...options }, io).catch((error: unknown) => {
      err += (error as Error).message
      return (error as { exitCode?: number }).exitCode
    })
    return { code, out, err }
  }

  it('print an address once, at which the calendar is', async () => {
    const { code, out, err } = await feed({})
    expect([code, err]).toEqual([0, expect.stringContaining('shown once')])
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/calendar\/[A-Za-z0-9_-]{43}\.ics\n$/)
    expect((await fetch(out.trim())).status).toBe(200)
    const commandId = randomUUID()
    const again = await feed({ json: true, commandId })
    expect(JSON.parse(again.out)).toMatchObject({ format: 1, replaced: true })
    expect((await fetch(out.trim())).status).toBe(404)
    await expect(feed({ commandId })).resolves.toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('shown once') as string,
    })
  })

  it('end it: of whoever acts, or of somebody an administrator names', async () => {
    const { out } = await feed({})
    await expect(feed({ as: 'teammanager', of: PEOPLE.worker, revoke: true })).resolves.toMatchObject({ code: 4 })
    await expect(feed({ as: 'administrator', of: PEOPLE.worker })).resolves.toMatchObject({ code: 4, out: '' })
    await expect(feed({ as: 'administrator', of: PEOPLE.worker, revoke: true })).resolves.toMatchObject({ code: 0 })
    expect((await fetch(out.trim())).status).toBe(404)
    const again = await feed({ revoke: true, json: true })
    expect(JSON.parse(again.out)).toEqual({ format: 1, revoked: true, repeated: true })
  })

  it('make nothing where nobody knows at which address it would be', async () => {
    const { out } = await feed({})
    delete process.env['BASE_URL']
    await expect(feed({})).resolves.toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('BASE_URL') as string,
    })
    expect((await fetch(out.trim())).status).toBe(200)
  })

  it('name the pages of a demo that runs, which serve it', async () => {
    const { town: servers } = town.quiet
    const { TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: namespace } = servers.environment()
    const web = town.server.address
    writeFileSync(
      path.join(folder, 'addresses.json'),
      JSON.stringify({ databaseUrl: servers.url, temporalAddress, namespace, web }),
    )
    delete process.env['DATABASE_URL']
    delete process.env['BASE_URL']
    const { out } = await feed({})
    expect(out.startsWith(`${web}/calendar/`)).toBe(true)
    expect((await fetch(out.trim())).headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect((await fetch(`${web}/calendar/x.ics`)).status).toBe(404)
  })
})

describe('the process that serves calendars', () => {
  it('lives without its database, and is not ready; a calendar says that it is away, and no more', async () => {
    const db = openDatabase('postgres://nobody:secret@127.0.0.1:1/none', 1)
    const server = await startWeb({
      ...{ db, host: '127.0.0.1', port: 0, signIn: demoSignIn, log: () => undefined },
      processes: { nudge: () => Promise.resolve(0), ensure: () => Promise.resolve(0) },
      settings: { baseUrl: 'http://127.0.0.1:3000', secret: 'a secret of the tests, 32 or more' },
    })
    const ask = async (at: string) => {
      const response = await fetch(`${server.address}${at}`)
      return [response.status, await response.text()]
    }
    await expect(ask('/health/live')).resolves.toEqual([200, 'ok'])
    await expect(ask('/health/ready')).resolves.toEqual([503, 'the database does not answer'])
    await expect(ask('/calendar/x.ics')).resolves.toEqual([
      503,
      expect.stringMatching(/^The calendar cannot be read now[^:]*$/),
    ])
    await server.close()
    await db.$disconnect()
  })

  it.each([{ port: -1 }, { port: 70_000 }, { port: Number.NaN }])('refuses %o', async (options) => {
    process.env = { ...environment, ...WEB_SETTINGS, DATABASE_URL: 'postgres://127.0.0.1:1/none' }
    const io = { out: () => undefined, err: () => undefined }
    await expect(runWeb(options, io)).rejects.toMatchObject({ exitCode: 2 })
    delete process.env['DATABASE_URL']
    await expect(runWeb({ port: 0 }, io)).rejects.toMatchObject({ exitCode: 2 })
    process.env = environment
  })

  it.each(Object.keys(WEB_SETTINGS))('refuses to start without %s: nobody could sign in', async (name) => {
    process.env = { ...environment, ...WEB_SETTINGS, DATABASE_URL: 'postgres://127.0.0.1:1/none', [name]: '' }
    const io = { out: () => undefined, err: () => undefined }
    await expect(runWeb({ port: 0 }, io)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(`Nobody could sign in: ${name} is not set`) as string,
    })
    process.env = environment
  })

  it('listens on loopback, and ends with 0 when told, though somebody holds a connection open', async () => {
    const town = await feedTown('2026-03-02', [])
    const script = `require(${JSON.stringify(WEB)}).runWeb({ port: 0 }, { out: (t) => process.stdout.write(t), err: () => undefined }).then((code) => { process.exitCode = code })`
    const child = spawn(process.execPath, ['-e', script], {
      env: { ...environment, ...town.quiet.town.environment(), ...WEB_SETTINGS },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    const address = /^web (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(said.toString())?.[1] ?? ''
    const ready = await fetch(`${address}/health/ready`)
    expect([ready.status, await ready.text()]).toEqual([200, 'ok'])
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await expect(ended).resolves.toEqual([0, null])
    await town.stop()
  })
})
