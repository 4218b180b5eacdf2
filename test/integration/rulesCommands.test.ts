import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { compareOverCases } from '../../client/queries/compareOverCases'
import { councilRules } from '../servers/councilRules'
import { addCase } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'
import { typed, type Said } from '../servers/typed'

/** As it is, and counted. */
jest.mock('../../client/queries/compareOverCases', () => {
  const actual = jest.requireActual<typeof import('../../client/queries/compareOverCases')>(
    '../../client/queries/compareOverCases',
  )
  return { compareOverCases: jest.fn(actual.compareOverCases) }
})

const BUILT_IN = englandFamilySafeguarding1.id
const MOVE = { rule: 'assessment', change: 'moves', from: '2026-04-08', to: '2026-03-30' }

/** The command line as a person types it, with its exit codes. */
describe('rules and holidays on the command line', () => {
  let quiet: QuietTown
  let folder: string
  let north: string
  beforeAll(async () => {
    quiet = await quietTownOfOneCase({ namespace: true })
    await addCase(quiet.town, 'T-2', '2026-02-02')
    await quiet.record({ ref: 'T-2', kind: 'case-closed', data: { reason: 'x' }, actorId: await manager() })
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-rules-'))
    north = file('north.json', councilRules('north@1', 40).overlay)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  const manager = async (): Promise<string> => {
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`select id from person where source_id = 'serviceManager'`
    return row?.id ?? ''
  }
  const file = (name: string, content: unknown): string => {
    const full = path.join(folder, name)
    writeFileSync(full, JSON.stringify(content))
    return full
  }
  const caseclock = (...words: readonly string[]): Promise<Said> => typed(quiet.town, ...words)
  const written = async (): Promise<unknown> =>
    quiet.db.$queryRaw`select name from policy_version union all select title from calendar_day order by 1`
  /** Whose clocks have been started: no worker takes them up here. */
  const started = async (): Promise<number> => (await quiet.town.client.workflow.count()).count

  it('policy activate without a name looks ahead: what moves, for whom, and nothing is written', async () => {
    const words = ['policy', 'activate', north, '--from', '2026-03-02', '--open-work']
    const { code, out } = await caseclock(...words)
    expect(code).toBe(0)
    expect(out).toContain(`On 2 March 2026: ${BUILT_IN} -> north@1, 2 cases: 0 appear, 0 vanish, 1 move`)
    expect(out).toContain('Nothing has been written.')
    const json = await caseclock(...words, '--json')
    expect(JSON.parse(json.out)).toMatchObject({
      ...{ format: 1, policy: 'north@1', from: '2026-03-02', openWork: true, done: 'looked-ahead', cases: 2 },
      changes: [{ case: 'T-1', ...MOVE }],
      told: [],
    })
    expect(await written()).toEqual([])
  })

  it('only for what is triggered from that day on, it moves nothing that is open', async () => {
    const { out } = await caseclock('policy', 'activate', north, '--from', '2026-03-02')
    expect(out).toContain('2 cases: 0 appear, 0 vanish, 0 move')
    expect(out).toContain('what is open on it keeps its date')
  })

  it.each([
    ['by who may not: exit 4', '2026-03-02', 'teamManager', 4, 'Only an administrator, a service manager'],
    ['from a day that has passed: exit 2', '2026-03-01', 'serviceManager', 2, '1 March 2026 has passed'],
    ['by nobody who is known: exit 2', '2026-03-02', 'nobody', 2, 'nobody is known by that'],
    ['from no day: exit 2', '2026-02-30', 'serviceManager', 2, 'not a day that exists'],
  ])('policy activate is refused %s', async (_what, from, as, code, says) => {
    const said = await caseclock('policy', 'activate', north, '--from', from, '--as', as)
    expect(said.code).toBe(code)
    expect(said.err).toContain(says)
    expect(await written()).toEqual([])
  })

  it('policy activate is refused with an unknown rule: exit 2, with its place', async () => {
    const { overlay } = councilRules('north@1', 40)
    const wrong = file('wrong.json', { ...overlay, changes: [{ ...overlay.changes[0], rule: 'horoscope' }] })
    const said = await caseclock('policy', 'activate', wrong, '--from', '2026-03-02', '--as', 'serviceManager')
    expect(said.code).toBe(2)
    expect(said.err).toMatch(/wrong\.json, line 1, column \d+, changes\[0\]\.rule: .*no such rule/)
    expect(await written()).toEqual([])
  })

  it('what is refused is refused before a caseload is compared for it', async () => {
    const compare = jest.mocked(compareOverCases).mockClear()
    const refused = [
      ['policy', 'activate', north, '--from', '2026-03-02', '--as', 'teamManager'],
      ['policy', 'activate', north, '--from', '2026-03-01', '--as', 'serviceManager'],
      ['calendar', 'add', '2027-05-10', 'A day', '--as', 'teamManager'],
      ['calendar', 'add', '2027-05-08', 'A day', '--as', 'serviceManager'],
    ]
    for (const words of refused) expect((await caseclock(...words)).code).toBeGreaterThan(1)
    expect(compare).not.toHaveBeenCalled()
    await caseclock('calendar', 'add', '2027-05-10', 'A day')
    expect(compare).toHaveBeenCalledTimes(1)
  })

  it('policy activate is refused while its approval lies ahead', async () => {
    const { overlay } = councilRules('north@1', 40)
    const early = file('early.json', { ...overlay, approvedBy: { ...overlay.approvedBy, on: '2099-01-01' } })
    const said = await caseclock('policy', 'activate', early, '--from', '2026-03-02')
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining('approved on 1 January 2099') as string })
  })

  it('policy activate --as puts it into force and wakes just the cases on which something moves', async () => {
    const before = await started()
    const commandId = randomUUID()
    const words = ['policy', 'activate', north, '--from', '2026-03-02', '--open-work', '--as', 'serviceManager']
    const first = await caseclock(...words, '--command-id', commandId)
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain('north@1 is in force from 2 March 2026')
    const again = await caseclock(...words, '--command-id', commandId)
    expect(again.out).toContain('had been activated from 2 March 2026 before; nothing was added')
    expect(await written()).toEqual([{ name: 'north@1' }])
    await quiet.town.client.workflow.getHandle(`case/${await idOf('T-1')}`).describe()
    // Visibility lags: the other case was never started at all.
    await expect(quiet.town.client.workflow.getHandle(`case/${await idOf('T-2')}`).describe()).rejects.toThrow()
    expect(before).toBe(0)
  })
  const idOf = async (ref: string): Promise<string> => {
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`select id from case_file where ref = ${ref}`
    return row?.id ?? ''
  }

  it('policy compare goes over every case, and knows activated versions by name', async () => {
    const { code, out } = await caseclock('policy', 'compare', BUILT_IN, 'north@1', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      ...{ format: 1, from: BUILT_IN, to: 'north@1', calendar: 'england-and-wales@2026-11' },
      ...{ today: '2026-03-02', cases: 2, changes: [{ case: 'T-1', ...MOVE }], told: [] },
    })
    const file2 = file('north2.json', councilRules('north@2', 35).overlay)
    expect((await caseclock('policy', 'compare', 'north@1', file2)).out).toContain('north@1 -> north@2, 2 cases')
    const unknown = await caseclock('policy', 'compare', 'north@7', file2)
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain(`no version of that name has been activated. There are ${BUILT_IN}, north@1.`)
  })

  it.each([
    ['a weekend', '2027-05-08', 'A day', 'serviceManager', 2, '8 May 2027 is a Saturday'],
    ['a known holiday', '2027-05-03', 'A day', 'serviceManager', 2, 'already: Early May bank holiday'],
    ['a day without a title', '2027-05-10', ' ', 'serviceManager', 2, 'Give the holiday its title'],
    ['who may not', '2027-05-10', 'A day', 'teamManager', 4, 'may add a bank holiday'],
    ['no day', '2027-02-30', 'A day', 'serviceManager', 2, 'not a day that exists'],
  ])('calendar add is refused: %s', async (_what, day, title, as, code, says) => {
    const said = await caseclock('calendar', 'add', day, title, '--as', as)
    expect(said.code).toBe(code)
    expect(said.err).toContain(says)
    expect(await written()).toEqual([{ name: 'north@1' }])
  })

  it('and looking ahead says so too', async () => {
    const said = await caseclock('calendar', 'add', '2027-05-08', 'A day')
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining('8 May 2027 is a Saturday') as string })
  })

  it('calendar check says how far the calendar reaches, and fails under twelve months', async () => {
    const { code, out } = await caseclock('calendar', 'check')
    expect(code).toBe(0)
    expect(out).toContain('published to 31 December 2028, 33 months ahead')
    await caseclock('calendar', 'add', '2027-05-10', 'State occasion', '--as', 'serviceManager')
    await quiet.moveTo('2028-01-02')
    const late = await caseclock('calendar', 'check', '--json')
    expect(late.code).toBe(1)
    expect(late.err).toContain('known for 11 months only')
    expect(JSON.parse(late.out)).toMatchObject({
      ...{ format: 1, calendar: 'england-and-wales@2026-11+2027-05-10', publishedTo: '2028-12-31', monthsAhead: 11 },
      oneOffDays: [{ on: '2027-05-10', title: 'State occasion', addedBy: 'Person serviceManager' }],
    })
  })

  it('calendar add says the title as it is stored, and answers the same command sent again', async () => {
    const words = ['calendar', 'add', '2028-06-05', '  State   day ', '--as', 'serviceManager', '--json']
    const commandId = randomUUID()
    const first = await caseclock(...words, '--command-id', commandId)
    expect(JSON.parse(first.out)).toMatchObject({ title: 'State day', done: 'added' })
    const again = await caseclock(...words, '--command-id', commandId)
    expect(JSON.parse(again.out)).toMatchObject({ title: 'State day', done: 'added-before' })
  })
})
