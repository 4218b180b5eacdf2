import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { realNow } from '../../../activities/realNow'
import { writeDemoCounty } from '../../../client/demo-county/writeDemoCounty'
import { importProgress } from '../../../client/queries/importProgress'
import { restartableWorker, type RestartableWorker } from '../../chaos/restartableWorker'
import { fakeProvider, type FakeProvider } from '../../servers/fakeProvider'
import { importInto } from '../../servers/importInto'
import { standingFacts } from '../../servers/standingFacts'
import { testTown, type TestTown } from '../../servers/testTown'
import { visitor, type Visitor } from '../../servers/visitor'
import { webProcess, type WebProcess } from '../../servers/webProcess'

const TODAY = '2026-11-23'
const FAMILIES = 40
/** It is killed when so many have been brought in. */
const SOME = 3
/** A worker that died in the middle of a step is missed for twenty real seconds before the next takes over. */
const PATIENCE_MS = 120_000
const BASE_URL = 'http://127.0.0.1:3999'

interface Progress {
  readonly state: string
  readonly words: string
  readonly done: number
  readonly of: number
}

describe('an import from the pages whose worker is killed half way', () => {
  let calm: TestTown
  let town: TestTown
  let folder: string
  let provider: FakeProvider
  let web: WebProcess
  let worker: RestartableWorker
  let admin: Visitor
  /** What the bar of the page showed, look by look, from the decision on. */
  const seen: Progress[] = []
  let atTheKill = 0
  let at = ''
  let waiting = ''

  const progress = async (): Promise<Progress> => JSON.parse((await admin.get(`${at}/progress`)).body) as Progress
  const until = async (isThere: (now: Progress) => boolean): Promise<Progress> => {
    for (;;) {
      const now = await progress()
      if (['refused', 'given-up'].includes(now.state)) throw new Error(now.words)
      if (isThere(now)) return now
      await Promise.race([new Promise(setImmediate), worker.failed])
    }
  }

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-killed-page-'))
    const county = path.join(folder, 'county')
    await writeDemoCounty({ folder: county, today: TODAY, families: FAMILIES })
    calm = await testTown({ startsOn: TODAY })
    await importInto(calm, { folder: county })
    town = await testTown({ startsOn: TODAY })
    await town.db.$executeRaw`
      insert into person (id, source_id, name, job_title, email) values (gen_random_uuid(), 'admin', 'Person admin', 'Administrator', 'admin@test.example')`
    provider = await fakeProvider('caseclock', () => Math.floor(realNow() / 1000))
    // By a claim: a role of an extract would end with this one, which lacks it.
    provider.doing = { claims: { email: 'admin@test.example', roles: ['administrator'] } }
    worker = restartableWorker(town.environment())
    web = await webProcess({
      ...{ ...town.environment(), UPLOADS_FOLDER: path.join(folder, 'uploads'), BASE_URL },
      ...{ OIDC_ISSUER: provider.issuer, OIDC_ROLES_CLAIM: 'roles', OIDC_CLIENT_ID: 'caseclock' },
      ...{ OIDC_CLIENT_SECRET: 'a secret of the tests', SESSION_SECRET: 'a secret of the tests, 32 or more' },
    })
    admin = visitor(web.address)
    await admin.get(provider.answer((await admin.get('/sign-in?goTo=/import')).to ?? ''))
    await worker.ready()
    const files = readdirSync(county).map((name) => new File([readFileSync(path.join(county, name))], name))
    at = (await admin.upload('/import/upload', files)).to ?? ''
    await until(({ state }) => state === 'waiting')
    waiting = (await admin.get(at)).text
    await admin.post(`${at}/decide`, { decision: 'apply' }, at)
    atTheKill = (await until(({ state, done }) => state === 'applying' && done >= SOME)).done
    await worker.killAndStartAgain()
    await until((now) => {
      seen.push(now)
      return now.state === 'done'
    })
  }, PATIENCE_MS)
  afterAll(async () => {
    try {
      await worker.stop()
    } finally {
      await web.stop()
      await provider.stop()
      await town.stop()
      await calm.stop()
      rmSync(folder, { recursive: true })
    }
  })

  it('is killed while it brings cases in, and its bar keeps its place and goes on from there', () => {
    const bar = seen.filter(({ state }) => state === 'applying')
    expect(bar[0]?.done).toBeGreaterThanOrEqual(atTheKill)
    expect(bar[0]?.done).toBeLessThan(FAMILIES)
    expect(bar.map(({ done }) => done)).toEqual(bar.map(({ done }) => done).sort((a, b) => a - b))
    expect(new Set(bar.map(({ of }) => of))).toEqual(new Set([FAMILIES]))
  })

  it('waited for a decision before it wrote anything', () => {
    expect(waiting).toContain('Nothing has been written yet')
    expect(waiting).toContain(`Cases: ${String(FAMILIES)} new`)
  })

  it('comes to its end, and says so', async () => {
    const page = await admin.get(at)
    expect(page.text).toContain('Everything has been brought in.')
    expect(page.text).toContain(`on ${String(FAMILIES)} cases; 0 cases looked at and the same`)
    expect(await importProgress(town.db, at.replace('/import/', ''))).toMatchObject({
      ...{ state: 'done', problem: null },
      cases: { concerned: FAMILIES, applied: FAMILIES, changed: FAMILIES },
    })
  })

  it('has the facts of one that nobody disturbed, each once', async () => {
    const facts = await standingFacts(calm.db, new Set())
    expect(facts.size).toBeGreaterThan(FAMILIES * 20)
    expect(await standingFacts(town.db, new Set())).toEqual(facts)
    const count = ({ db }: TestTown): Promise<unknown> => db.$queryRaw`
      select (select count(*) from chronology_event)::int as facts, (select count(*) from child)::int as children`
    expect(await count(town)).toEqual(await count(calm))
  })

  it('leaves nothing of what was uploaded', async () => {
    for (; readdirSync(path.join(folder, 'uploads')).length > 0;)
      await Promise.race([new Promise(setImmediate), worker.failed])
    expect(readdirSync(path.join(folder, 'uploads'))).toEqual([])
  })
})
