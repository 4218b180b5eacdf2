import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CommandFailed, type Io } from '../../client/cli/io'
import { runPolicyCheck, type PolicyCheckOptions } from '../../client/cli/policyCheckCommand'
import { runPolicyCompare } from '../../client/cli/policyCompareCommand'
import { runPolicySchema } from '../../client/cli/policySchemaCommand'
import { runTimeline } from '../../client/cli/timelineCommand'
import { readPolicy } from '../../client/cli/policyFile'
import { englandFamilySafeguarding1 as pack } from '../../domain/policy/englandFamilySafeguarding1'

const OVERLAY = `id: north-county@2
extends: ${pack.id}
approvedBy:
  name: A. Head
  post: Head of safeguarding
  on: 2026-10-01
changes:
  - rule: visit # weekly, since 2026
    why: North County visiting standard 2026
    interval: { n: 5, unit: working-days }
`
const FACTS = {
  format: 1,
  case: { ref: 'N-1042' },
  children: [{ id: 'c1', bornOn: '2019-04-02' }],
  events: [
    { id: 'e1', kind: 'plan-started', on: '2026-11-02', data: { plan: 'cpp' } },
    { id: 'e2', kind: 'visit-made', on: '2026-11-09', data: { seen: true } },
  ],
}

describe('files of rules', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-policy-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const file = (name: string, content: string): string => {
    const full = path.join(folder, name)
    writeFileSync(full, content)
    return full
  }
  interface Said {
    readonly code: number
    readonly out: string
    readonly err: string
  }
  /** What a command said, and the code it ends with. */
  const hear = async (command: (io: Io) => Promise<number>): Promise<Said> => {
    const said = { out: '', err: '' }
    const io: Io = { out: (text) => void (said.out += text), err: (text) => void (said.err += text) }
    try {
      const code = await command(io)
      return { code, ...said }
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error
      return { code: error.exitCode, ...said, err: error.message }
    }
  }
  const check = (name: string, options: PolicyCheckOptions = {}): Promise<Said> =>
    hear((io) => runPolicyCheck(name, options, io))
  const today = '2026-11-16'

  it('an overlay in YAML is said in full, with who approved it', async () => {
    const name = file('north.yaml', OVERLAY)
    expect(await check(name)).toEqual({
      code: 0,
      out: `${name}: an overlay, north-county@2, on ${pack.id}, approved by A. Head, Head of safeguarding, on 2026-10-01\n  visit: interval (North County visiting standard 2026)\n`,
      err: '',
    })
  })

  it('the options it chose are said with what they change', async () => {
    const name = file(
      'north.yaml',
      `${OVERLAY.split('changes:')[0] ?? ''}options: [weekly-visits, individual-supervision, unborn-review]\nchanges: []\n`,
    )
    expect((await check(name)).out.split('\n').slice(1)).toEqual([
      '  unborn-review: review-first: afterBirth (First review of a plan made before birth the sooner of three months and ten working days after the birth)',
      '  weekly-visits: visit: interval (Visits every week)',
      '  individual-supervision: individual-supervision: switched on (Individual supervision of the case every four weeks)',
      '',
    ])
  })

  it('a whole pack in JSON is one too', async () => {
    const name = file('pack.json', JSON.stringify({ ...pack, id: 'our-council@1' }))
    expect((await check(name)).out).toBe(`${name}: a whole pack, our-council@1, ${String(pack.rules.length)} rules\n`)
  })

  it.each([
    ['a number that is none', OVERLAY.replace('n: 5', 'n: five'), 10, 17, 'changes[0].interval.n', 'Found "five".'],
    [
      'a unit nobody knows',
      OVERLAY.replace('working-days', 'fortnights'),
      10,
      23,
      'changes[0].interval.unit',
      'working-days',
    ],
    [
      'a rule nobody knows',
      OVERLAY.replace('rule: visit', 'rule: vizit'),
      8,
      5,
      'changes[0].rule',
      'It has referral-decision',
    ],
    ['a key nobody knows', OVERLAY.replace('why:', 'reason:'), 9, 5, 'changes[0].reason', 'not known here'],
    ['nobody who approved it', OVERLAY.replace(/approvedBy:[^]*01\n/, ''), 1, 1, 'approvedBy', 'Nothing stands there.'],
    [
      'a day that does not exist',
      OVERLAY.replace('2026-10-01', '2026-02-30'),
      6,
      3,
      'approvedBy.on',
      'Found "2026-02-30".',
    ],
    [
      'another pack',
      OVERLAY.replace('safeguarding@1', 'safeguarding@7'),
      2,
      1,
      'extends',
      'this version of Caseclock has',
    ],
  ])('%s: exit 2, with line and column', async (_, content, line, column, at, says) => {
    const name = file('wrong.yaml', content)
    const { code, err } = await check(name)
    expect(code).toBe(2)
    expect(err).toContain(`${name}, line ${String(line)}, column ${String(column)}, ${at}: `)
    expect(err).toContain(says)
    const { problems } = JSON.parse((await check(name, { json: true })).out) as {
      problems: { line: number; column: number; path: string }[]
    }
    expect(problems).toContainEqual(expect.objectContaining({ line, column, path: at }))
  })

  it('all that is wrong is said at once', async () => {
    const name = file('wrong.yaml', OVERLAY.replace('n: 5', 'n: 0').replace('A. Head', '""'))
    const { problems } = JSON.parse((await check(name, { json: true })).out) as {
      problems: { path: string }[]
    }
    expect(problems.map(({ path: at }) => at)).toEqual(['approvedBy.name', 'changes[0].interval.n'])
  })

  it.each([
    [
      'two documents',
      `${OVERLAY}---\n${OVERLAY}`,
      /line 11, column 1: a line --- begins a second document; .*Give a policy/,
    ],
    ['a tab', `id: x@1\nrules:\n\t- id: visit\n`, /line 3, column \d+: a tab indents this line; use spaces/],
    [
      'a quote that is never closed',
      'id: "x@1\n',
      /line 2, column 1: a quote, a bracket, a comma or a colon is missing/,
    ],
    ['no YAML', 'id: [north', /line 1, column \d+: .*Give a policy pack or an overlay, in YAML or JSON/],
    ['a key twice', `${OVERLAY}id: again\n`, /line 11, column 1: .*unique/],
    ['a file that is not there', null, /cannot be read/],
    [
      'aliases that multiply',
      `a: &a [1,1,1,1,1,1,1,1]\n${'bcdefghij'
        .split('')
        .map(
          (key, n) =>
            `${key}: &${key} [${Array(9)
              .fill(`*${'abcdefghi'[n] ?? ''}`)
              .join(',')}]`,
        )
        .join('\n')}\n`,
      /alias/i,
    ],
  ])('%s: exit 2 and what to do', async (_, content, says) => {
    const name = content === null ? path.join(folder, 'nowhere.yaml') : file('wrong.yaml', content)
    const { code, err } = await check(name)
    expect(code).toBe(2)
    expect(err).toMatch(says)
  })

  it('timeline follows an overlay, and says why', async () => {
    const options = { facts: file('facts.json', JSON.stringify(FACTS)), today: '2026-11-20', json: true }
    const { out } = await hear((io) => runTimeline({ ...options, policy: file('north.yaml', OVERLAY) }, io))
    const { policy, obligations } = JSON.parse(out) as { policy: string; obligations: Record<string, unknown>[] }
    expect(policy).toBe('north-county@2')
    expect(obligations.find(({ rule, state }) => rule === 'visit' && state === 'overdue')).toMatchObject({
      dueOn: '2026-11-16',
      basis: 'local',
      source: expect.stringContaining('North County visiting standard 2026 (north-county@2)') as string,
    })
  })

  it('compare says what moves and who is told, by the name of the built-in pack too', async () => {
    const facts = file('facts.json', JSON.stringify(FACTS))
    const north = file('north.yaml', OVERLAY)
    const compare = (json: boolean): Promise<Said> =>
      hear((io) => runPolicyCompare(pack.id, north, { facts: [facts], today, json }, io))
    const { code, out } = await compare(true)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      ...{ format: 1, from: pack.id, to: 'north-county@2', today, cases: 1 },
      changes: [{ case: 'N-1042', rule: 'visit', change: 'moves', from: '2026-11-23', to: '2026-11-16' }],
      told: [{ case: 'N-1042', to: 'social-worker', lane: 'digest', step: 'due-2wd' }],
    })
    const text = await compare(false)
    expect(text.out).toContain('1 case: 0 appear, 0 vanish, 1 move; 1 told on day one')
  })

  it('docs/policy.schema.json is what `caseclock policy schema` prints', async () => {
    const published = readFileSync(path.join(__dirname, '..', '..', 'docs', 'policy.schema.json'), 'utf8')
    expect((await hear(runPolicySchema)).out).toBe(published)
  })

  it('what is wrong ends other commands in the same words', async () => {
    await expect(readPolicy(file('wrong.yaml', OVERLAY.replace('n: 5', 'n: 0')))).rejects.toThrow(
      /line 10, column 17, changes\[0\].interval.n/,
    )
  })
})
