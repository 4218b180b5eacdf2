import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { writeDemoCounty } from '../../../client/demo-county/writeDemoCounty'
import { demoSignIn } from '../../../client/web/sign-in/demoSignIn'
import { startWeb } from '../../../client/web/startWeb'
import { addPerson } from '../../servers/addPerson'
import { addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import { takeOn } from '../../servers/importInto'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const TODAY = '2026-11-23'

describe('importing from the pages', () => {
  let town: WebTown
  let folder: string
  let uploads: string
  let extracts: string
  let admin: Visitor
  let adminId: string

  const county = (): File[] =>
    readdirSync(path.join(extracts, 'county')).map(
      (name) => new File([readFileSync(path.join(extracts, 'county', name))], `../../${name}`),
    )
  const runs = (): Promise<{ id: string; state: string; folder: string }[]> => town.db.$queryRaw`
    select id::text, state, folder from import_run order by number`
  const left = (): string[] => readdirSync(uploads)

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-import-pages-'))
    extracts = path.join(folder, 'extracts')
    uploads = path.join(folder, 'uploads')
    mkdirSync(uploads)
    await writeDemoCounty({ folder: path.join(extracts, 'county'), today: TODAY, families: 20 })
    rmSync(path.join(extracts, 'county', 'manifest.json'), { force: true })
    // A date that does not exist: something to find.
    const visits = path.join(extracts, 'county', 'ssd_cp_visits.csv')
    writeFileSync(visits, readFileSync(visits, 'utf8').replace(/\d{4}-\d\d-\d\d/, '2026-02-31'))
    mkdirSync(path.join(folder, 'outside'))
    writeFileSync(path.join(folder, 'outside', 'ssd_person.csv'), 'secret')
    symlinkSync(path.join(folder, 'outside'), path.join(extracts, 'linked'))
    mkdirSync(path.join(extracts, 'with-link'))
    symlinkSync(path.join(folder, 'outside', 'ssd_person.csv'), path.join(extracts, 'with-link', 'ssd_person.csv'))
    utimesSync(path.join(extracts, 'with-link'), 1, 1)
    town = await webTown(TODAY, { uploads, extracts, uploadMegabytes: 2 })
    await addPeople(town.town)
    adminId = await addPerson(town.town, { key: 'admin', role: 'administrator', team: TEAM })
    admin = await town.visitorAs(adminId)
  })
  afterAll(async () => {
    await town.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([PEOPLE.worker, PEOPLE.teamManager, PEOPLE.chair])('is nothing to who may not import', async (person) => {
    const visitor = await town.visitorAs(person)
    for (const page of ['/import', '/import/00000000-0000-7000-8000-000000000000', '/import/x/findings.csv'])
      expect((await visitor.get(page)).status).toBe(404)
    const answer = await visitor.upload('/import/upload', county(), { from: '/my-work' })
    expect([answer.status, await runs(), left()]).toEqual([404, [], []])
  })

  it('lists the extracts by name, the newest first, and no links', async () => {
    const { text, body } = await admin.get('/import')
    expect(text).toContain('Nothing has been imported yet')
    expect([...body.matchAll(/type="radio" value="([^"]*)"/g)].map(([, name]) => name)).toEqual(['county', 'with-link'])
    expect(body).not.toContain(folder)
  })

  it.each(['..', '../outside', 'linked', 'with-link', '/etc', 'county/..', '', '.'])(
    'takes no extract that is not in the list: %j',
    async (extract) => {
      const answer = await admin.post('/import', { extract })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Choose one of the extracts in the list')
      expect(answer.body).not.toContain(folder)
      expect(await runs()).toEqual([])
    },
  )

  const csv = (name: string, text = 'a,b\n1,2\n'): File => new File([text], name)
  it.each([
    ['a name that is no table', [csv('../../../etc/passwd')], 422, /neither a table/],
    ['nothing', [], 422, /Choose the files/],
    ['a spreadsheet', [csv('ssd_person.csv', 'PK\u0003\u0004abc')], 422, /spreadsheet/],
    ['a web page', [csv('ssd_person.csv', '<html>')], 422, /not CSV/],
    ['an empty file', [csv('ssd_person.csv', '')], 422, /empty/],
    ['one file twice', [csv('ssd_person.csv'), csv('a/SSD_PERSON.CSV')], 422, /sent twice/],
    ['a census with tables', [csv('ssd_person.csv'), csv('c.xml', '<a/>')], 422, /at once/],
    ['a census cut short', [csv('c.xml', '<?xml version="1.0"?><Message><Header>')], 422, /census|XML|xml/],
    ['some of the tables', [csv('ssd_person.csv')], 422, /missing/],
    ['more than is allowed', [csv('ssd_person.csv', 'x,'.repeat(1_200_000))], 422, /larger than 2 MB/],
  ])('keeps nothing of an upload of %s, and says what to do', async (_what, files, status, problem) => {
    const answer = await admin.upload('/import/upload', files)
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(problem)
    expect(answer.body).not.toContain(folder)
    expect([left(), await runs()]).toEqual([[], []])
  })

  it('writes nothing of a form that was made elsewhere', async () => {
    const answer = await admin.upload('/import/upload', county(), { token: 'made elsewhere' })
    expect([answer.status, left(), await runs()]).toEqual([403, [], []])
  })

  it('keeps nothing of an upload whose line breaks, and goes on', async () => {
    await admin.get('/import')
    const token = admin.field('_csrf')
    const part = (about: string, body: string): string =>
      `--cut\r\nContent-Disposition: form-data; ${about}\r\n\r\n${body}\r\n`
    await new Promise<void>((resolve) => {
      const { hostname, port } = new URL(town.address)
      const headers = {
        cookie: admin.cookies(),
        'content-type': 'multipart/form-data; boundary=cut',
        'content-length': '900000',
      }
      const request = http.request({ hostname, port, path: '/import/upload', method: 'POST', headers })
      request.on('error', () => undefined)
      request.on('close', () => {
        resolve()
      })
      request.write(part('name="_csrf"', token))
      request.write(part('name="files"; filename="ssd_person.csv"', 'a,b\n'.repeat(1000)).slice(0, -2), () => {
        void untilSome(uploads).then(() => request.destroy())
      })
    })
    await untilNone(uploads)
    expect([left(), await runs()]).toEqual([[], []])
    expect((await admin.get('/import')).status).toBe(200)
  })

  it('begins with what was uploaded, shows what would change, and brings it in once when told so twice', async () => {
    const sent = await admin.upload('/import/upload', county())
    expect(sent.status).toBe(303)
    const at = sent.to ?? ''
    const [run] = await runs()
    expect(at).toBe(`/import/${run?.id ?? ''}`)
    expect(path.dirname(run?.folder ?? '')).toBe(uploads)
    const moving = await admin.get(at)
    expect(moving.text).toContain('Reading: 0 of')
    expect(moving.body).toContain('<noscript><meta http-equiv="refresh" content="5"></noscript>')
    expect((await admin.get('/import')).text).toContain('An import is not over yet')
    const second = await admin.upload('/import/upload', county())
    expect([second.status, left().length]).toEqual([409, 1])
    await takeOn(town, run?.id ?? '')
    const waiting = await admin.get(at)
    expect(waiting.text).toContain('Nothing has been written yet')
    expect(waiting.text).toContain('Cases: 20 new')
    expect(waiting.body).not.toContain('http-equiv="refresh"')
    expect(JSON.parse((await admin.get(`${at}/progress`)).body)).toMatchObject({ state: 'waiting' })
    expect(await town.db.$queryRaw`select count(*)::int as many from case_file`).toEqual([{ many: 0 }])
    expect((await admin.post(`${at}/decide`, { decision: 'perhaps' }, at)).status).toBe(422)
    const decided = { decision: 'apply', _csrf: admin.field('_csrf') }
    const both = await Promise.all([admin.send(`${at}/decide`, decided), admin.send(`${at}/decide`, decided)])
    expect(both.map(({ status, to }) => [status, to])).toEqual([
      [303, at],
      [303, at],
    ])
    expect((await admin.get(at)).text).toContain('It is being brought in.')
    await takeOn(town, run?.id ?? '')
    // The extract knows nothing of the test's own administrator, and ended their role.
    expect((await admin.get(at)).status).toBe(404)
    await town.db.$executeRaw`insert into role_grant (id, person_id, role, team_id, from_on)
      values (gen_random_uuid(), ${adminId}::uuid, 'administrator', null, '2000-01-01')`
    expect((await admin.get(at)).text).toContain('Everything has been brought in.')
    expect((await admin.post(`${at}/decide`, { decision: 'apply' }, '/import')).to).toBe(at)
    expect((await admin.get(at)).text).toContain('It has been brought in.')
    const late = await admin.post(`${at}/decide`, { decision: 'give-up' }, '/import')
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('What it brought in stays')])
    expect((await runs()).map(({ state }) => state)).toEqual(['done'])
    const audited = await town.db.$queryRaw`select action from audit_event where action like 'import-%' order by action`
    expect(audited).toEqual([{ action: 'import-applied' }, { action: 'import-started' }])
  })

  it('lists findings by file and line, by what was done with them, and as a file', async () => {
    const [run] = await runs()
    const at = `/import/${run?.id ?? ''}/findings`
    const all = await admin.get(at)
    expect(all.text).toMatch(/ssd_cp_visits\.csv, line \d+/)
    const rejected = await admin.get(`${at}?taken=rejected`)
    expect(rejected.status).toBe(200)
    const file = await admin.get(`${at}.csv`)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.body.split('\r\n')[0]).toBe('kind,what,file,line,record,field,taken,problem,to do')
    expect((await admin.get('/import/00000000-0000-7000-8000-000000000000/findings')).status).toBe(404)
  })

  it('tells nobody what was found on a case that they may not open', async () => {
    const [run] = await runs()
    const at = `/import/${run?.id ?? ''}`
    const [found] = await town.db.$queryRaw<{ ref: string; id: string }[]>`
      select c.ref, c.id::text from import_finding f join case_file c on c.id = f.case_id limit 1`
    expect(found).toBeDefined()
    const { ref = '', id = '' } = found ?? {}
    expect((await admin.get(`${at}/findings`)).text).toContain(ref)
    await town.db.$executeRaw`insert into case_restriction (id, case_id, made_by, made_at, reason, command_id)
      values (gen_random_uuid(), ${id}::uuid, ${PEOPLE.headOfService}::uuid, '2026-11-23', 'a test', gen_random_uuid())`
    for (const page of ['/findings', '/findings.csv', '/changes', ''])
      expect((await admin.get(`${at}${page}`)).body).not.toContain(`${ref}<`)
    expect((await admin.get(`${at}/findings`)).text).not.toContain(ref)
  })

  it('takes an extract of the folder by its name, and gives it up', async () => {
    const sent = await admin.post('/import', { extract: 'county', older: 'yes' })
    expect(sent.status).toBe(303)
    const answer = await admin.post(`${sent.to ?? ''}/decide`, { decision: 'give-up' }, sent.to)
    expect(answer.status).toBe(303)
    expect((await admin.get(sent.to ?? '')).text).toContain('Given up')
    expect((await admin.post(`${sent.to ?? ''}/decide`, { decision: 'give-up' }, '/import')).to).toBe(sent.to)
    const late = await admin.post(`${sent.to ?? ''}/decide`, { decision: 'apply' }, '/import')
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('was given up, so it cannot be brought in')])
  })

  it('keeps no upload longer than its import takes, and leaves an extract of the folder where it is', async () => {
    expect(left()).toEqual([])
    const sent = await admin.upload('/import/upload', county(), { fields: { older: 'yes' } })
    const [run] = (await runs()).slice(-1)
    expect([sent.to, left()]).toEqual([`/import/${run?.id ?? ''}`, [path.basename(run?.folder ?? '')]])
    await admin.post(`${sent.to ?? ''}/decide`, { decision: 'give-up' }, sent.to)
    await takeOn(town, run?.id ?? '')
    expect(left()).toEqual([])
    expect(readdirSync(path.join(extracts, 'county')).length).toBeGreaterThan(0)
  })

  it.each([
    ['the next upload comes', () => admin.upload('/import/upload', [csv('ssd_person.csv')])],
    ['the pages start again', () => startAndStop()],
  ])('removes what a server that was killed has left, when %s', async (_when, comes) => {
    for (const name of ['killed.part', 'killed']) {
      mkdirSync(path.join(uploads, name))
      utimesSync(path.join(uploads, name), 1, 1)
    }
    mkdirSync(path.join(uploads, 'coming-in.part'), { recursive: true })
    await comes()
    expect(left()).toEqual(['coming-in.part'])
  })

  const startAndStop = async (): Promise<void> => {
    const web = await startWeb({
      ...{ host: '127.0.0.1', port: 0, db: town.db, processes: town.processes, signIn: demoSignIn },
      log: () => undefined,
      settings: { baseUrl: 'http://127.0.0.1:3000', secret: 'a secret of the tests, 32 or more', uploads },
    })
    await web.close()
  }
})

const look = (uploads: string, done: (names: readonly string[]) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const again = (): void => {
      if (done(readdirSync(uploads, { recursive: true, encoding: 'utf8' }))) resolve()
      else setImmediate(again)
    }
    again()
  })
const untilSome = (uploads: string): Promise<void> =>
  look(uploads, (names) => names.some((name) => name.endsWith('.csv')))
const untilNone = (uploads: string): Promise<void> => look(uploads, (names) => names.length === 0)
