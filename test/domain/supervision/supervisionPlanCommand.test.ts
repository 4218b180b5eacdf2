import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CommandFailed } from '../../../client/cli/io'
import { runSupervisionPlan, type SupervisionPlanOptions } from '../../../client/cli/supervisionPlanCommand'
import { pictureOf } from '../svgOf'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caseclock-supervision-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** As contracts.md 4 has it, smaller. */
const CASE = { ref: 'N-1042', children: 2, openFrom: '2026-03-02', openTo: null, keep: null }
const PATTERN = { weekday: 'tuesday', nth: [1, 3], at: '09:30', minutes: 180 }
const TEAM = { id: 'north-1', pattern: [PATTERN], minutesPerCase: 20, closedDates: [], cases: [CASE] }
const SESSION = { id: 'a', team: 'north-1', on: '2027-01-05', at: '09:30', capacity: 9, cases: ['N-1042'] }
const INPUT = { format: 1, from: '2027-01-01', months: 2, teams: [TEAM], holidays: 'england-and-wales', existing: [] }
const withTeam = (more: object) => ({ ...INPUT, teams: [{ ...TEAM, ...more }] })
const withCase = (more: object) => withTeam({ cases: [{ ...CASE, ...more }] })
const withPattern = (more: object) => withTeam({ pattern: [{ ...PATTERN, ...more }] })

let files = 0
const write = (content: unknown): string => {
  files += 1
  const file = path.join(folder, `${String(files)}.json`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  return file
}
async function run(content: unknown, options: Partial<SupervisionPlanOptions> = {}) {
  let [out, err] = ['', '']
  const io = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
  const code = await runSupervisionPlan({ input: write(content), ...options }, io)
  return { out, err, code }
}
/** What the command refuses a file with, without the folder. */
const refused = async (content: unknown): Promise<{ message: string; exitCode: number }> => {
  const error: unknown = await run(content).catch((caught: unknown) => caught)
  if (!(error instanceof CommandFailed)) throw new Error('It was taken.', { cause: error })
  return { message: error.message.replaceAll(folder, ''), exitCode: error.exitCode }
}

describe('caseclock supervision plan', () => {
  it('prints what contracts.md 4 says, and nothing else on standard output', async () => {
    const existing = [{ ...SESSION, on: '2027-01-12' }]
    const { out, err, code } = await run({ ...withPattern({ nth: [1] }), existing }, { json: true })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toEqual({
      ...{ format: 1, calendar: 'england-and-wales@2026-11' },
      sessions: [
        {
          id: 'north-1:2027-01-05T09:30',
          team: 'north-1',
          on: '2027-01-05',
          at: '09:30',
          capacity: 9,
          cases: ['N-1042'],
        },
        {
          id: 'north-1:2027-02-02T09:30',
          team: 'north-1',
          on: '2027-02-02',
          at: '09:30',
          capacity: 9,
          cases: ['N-1042'],
        },
      ],
      gaps: [],
      moved: [
        {
          ...{ case: 'N-1042', month: '2027-01', from: 'a', to: 'north-1:2027-01-05T09:30' },
          why: 'The session of 12 January 2027 is not held: the team has none at 09:30 that day.',
        },
      ],
      left: [],
    })
  })

  it('takes its own sessions back, and finds nothing to move', async () => {
    const first = (await run(INPUT, { json: true })).out
    const { sessions } = JSON.parse(first) as { sessions: unknown }
    expect((await run({ ...INPUT, existing: sessions }, { json: true })).out).toBe(first)
  })

  it('prints a table for each team, then gaps and moves', async () => {
    const { out } = await run({
      ...withTeam({ closedDates: ['2027-01-19'], cases: [CASE, { ...CASE, ref: 'N-1', openFrom: '2027-02-20' }] }),
      existing: [
        { ...SESSION, on: '2027-01-19' },
        { ...SESSION, on: '2027-01-20', cases: ['N-9'] },
      ],
    })
    expect(out).toBe(`2 months from 1 January 2027

north-1: 2 cases, 3 sessions, 1 gap
On                Day      At     Taken
5 January 2027    Tuesday  09:30  1 of 9
2 February 2027   Tuesday  09:30  1 of 9
16 February 2027  Tuesday  09:30  0 of 9

Gaps
Team     Case  Month    Why
north-1  N-1   2027-02  north-1 has no session from 20 February 2027 to 28 February 2027, the days left of February 2027 on which the case is open. It needs one extra session from 22 February 2027 to 26 February 2027.

Moved
Case    From  To                    Why
N-1042  a     5 January 2027 09:30  The session of 19 January 2027 is not held: it is a closed date.

No longer needed
Case  Slot  Why
N-9   a     The case is in no team of this plan.
`)
  })

  it('--case prints its slots with the reason of each, also as JSON, and refuses a case that no team has', async () => {
    const { out } = await run(INPUT, { case: 'N-1042' })
    expect(out).toContain('2 February 2027  09:30  north-1  Its place: the first Tuesday, as before. 28 days after')
    const { slots } = JSON.parse((await run(INPUT, { case: 'N-1042', json: true })).out) as { slots: unknown[] }
    expect(slots[0]).toEqual({
      ...{ month: '2027-01', session: 'north-1:2027-01-05T09:30', team: 'north-1', on: '2027-01-05', at: '09:30' },
      why: 'Its first discussion in this plan.',
    })
    await expect(run(INPUT, { case: 'N-7' })).rejects.toMatchObject({ exitCode: 2 })
  })

  it('--svg writes the year wall beside what it prints, never over its input', async () => {
    const svg = path.join(folder, 'wall.svg')
    const { out, err } = await run(INPUT, { svg, json: true })
    expect(() => JSON.parse(out) as unknown).not.toThrow()
    expect(err).toBe(`The year wall is in ${svg}.\n`)
    expect(pictureOf(readFileSync(svg, 'utf8')).name).toBe('svg')
    const input = write(INPUT)
    await expect(run(INPUT, { input, svg: input })).rejects.toMatchObject({ exitCode: 2 })
  })

  it('says that bank holidays of the years ahead are worked out by rule', async () => {
    const { err, out } = await run({
      ...INPUT,
      from: '2031-04-01',
      teams: [{ ...TEAM, pattern: [{ ...PATTERN, weekday: 'friday', nth: [2] }] }],
    })
    expect(err).toBe('Bank holidays after 31 December 2028 are not yet published: they are worked out by rule.\n')
    expect(out).toContain('11 April 2031 is not held: it is a bank holiday (Good Friday)')
  })

  it('takes 20 minutes for a case where a team does not say', async () => {
    const team = { ...TEAM, minutesPerCase: undefined }
    expect((await run({ ...INPUT, teams: [team] }, { json: true })).out).toContain('"capacity": 9')
  })
})

describe('an input that cannot be planned', () => {
  it.each<{ what: string; input: unknown; says: string | RegExp }>([
    {
      what: 'an unknown weekday',
      input: withPattern({ weekday: 'tusday' }),
      says: /line 10, column \d+, teams\[0\]\.pattern\[0\]\.weekday: one of monday, .*sunday\. Found "tusday"/,
    },
    {
      what: 'the nought-th Tuesday',
      input: withPattern({ nth: [0] }),
      says: 'nth[0]: a whole number from 1 to 5. Found 0.',
    },
    {
      what: 'the sixth Tuesday',
      input: withPattern({ nth: [1, 6] }),
      says: 'nth[1]: a whole number from 1 to 5. Found 6.',
    },
    { what: 'no Tuesday', input: withPattern({ nth: [] }), says: 'nth: name one week of the month at least.' },
    { what: 'a Tuesday twice', input: withPattern({ nth: [1, 1] }), says: 'nth[1]: 1 stands twice. Keep one.' },
    {
      what: 'half past twenty-five',
      input: withPattern({ at: '25:30' }),
      says: 'at: a time of day is written 09:30. Found "25:30".',
    },
    {
      what: 'a session of no length',
      input: withPattern({ minutes: 0 }),
      says: 'minutes: a whole number from 1 to 1440. Found 0.',
    },
    {
      what: 'no time for a case',
      input: withTeam({ minutesPerCase: 0 }),
      says: 'minutesPerCase: a whole number from 1 to 1440. Found 0.',
    },
    { what: 'no months', input: { ...INPUT, months: 0 }, says: 'months: a whole number from 1 to 36. Found 0.' },
    { what: 'four years', input: { ...INPUT, months: 48 }, says: 'months: a whole number from 1 to 36. Found 48.' },
    {
      what: 'a day that does not exist',
      input: { ...INPUT, from: '2027-02-30' },
      says: 'from: not a day that exists; write it like 2027-03-02. Found "2027-02-30".',
    },
    {
      what: 'a year nobody plans',
      input: { ...INPUT, from: '9999-12-01' },
      says: 'from: a year from 2000 to 2199. Found "9999-12-01".',
    },
    {
      what: 'other holidays',
      input: { ...INPUT, holidays: 'scotland' },
      says: 'holidays: only england-and-wales is known. Found "scotland".',
    },
    { what: 'another format', input: { ...INPUT, format: 2 }, says: 'format: this version reads format 1. Found 2.' },
    {
      what: 'a key nobody knows',
      input: withCase({ opnTo: '2027-03-01' }),
      says: /cases\[0\]\.opnTo: not known here\. Known: ref, .*openTo, keep\. Correct the name/,
    },
    {
      what: 'a case that closes before it opens',
      input: withCase({ openTo: '2026-03-01' }),
      says: 'cases[0].openTo: the case would close before it opens, on 2 March 2026. Correct one of the two days.',
    },
    {
      what: 'a case twice in a team',
      input: withTeam({ cases: [CASE, CASE] }),
      says: 'teams[0].cases[1]: this case stands twice. Keep one.',
    },
    {
      what: 'two teams of one name',
      input: { ...INPUT, teams: [TEAM, { ...TEAM, cases: [] }] },
      says: 'teams[1]: this team stands twice. Keep one.',
    },
    {
      what: 'a case in two teams at once',
      input: { ...INPUT, teams: [TEAM, { ...TEAM, id: 'south-2', cases: [{ ...CASE, openFrom: '2027-01-15' }] }] },
      says: 'teams[1].cases[0].openFrom: N-1042 is in north-1 on that day too, and a case has one team at a time. End it there on the day before, or leave it out.',
    },
    {
      what: 'two sessions at one time',
      input: withTeam({ pattern: [PATTERN, { ...PATTERN, nth: [2, 3], minutes: 60 }] }),
      says: 'teams[0].pattern[1]: the team meets on the third Tuesday at 09:30 already. Give one of the two another time, or leave it out.',
    },
    {
      what: 'two one-offs at one time',
      input: withTeam({
        oneOffs: [
          { on: '2027-01-06', at: '10:00', minutes: 20 },
          { on: '2027-01-06', at: '10:00', minutes: 0 },
        ],
      }),
      says: 'oneOffs[1]: there is a one-off on 6 January 2027 at 10:00 already. Keep one.',
    },
    {
      what: 'an earlier session twice',
      input: { ...INPUT, existing: [SESSION, { ...SESSION, id: 'b' }] },
      says: 'existing[1]: this session stands twice. Keep one.',
    },
    {
      what: 'a case twice in an earlier session',
      input: { ...INPUT, existing: [{ ...SESSION, cases: ['x', 'x'] }] },
      says: 'existing[0].cases[1]: this case stands twice. Keep one.',
    },
    {
      what: 'a name that acts on a terminal',
      input: withCase({ ref: 'N-\u001b[2J' }),
      says: 'ref: write it without the character that does not show (U+001B).',
    },
    {
      what: 'a name that turns the line around',
      input: withTeam({ id: 'north\u202e' }),
      says: 'teams[0].id: write it without the character that does not show (U+202E). Found "northU+202E".',
    },
    { what: 'no name', input: withCase({ ref: '' }), says: 'ref: a name has a letter at least. Found "".' },
    {
      what: 'a name of a thousand letters',
      input: withCase({ ref: 'x'.repeat(1000) }),
      says: /ref: a name has 100 letters at most\. Found "x{59}…\.$/,
    },
    {
      what: 'too many cases',
      input: withTeam({ cases: Array.from({ length: 301 }, (_, n) => ({ ...CASE, ref: String(n) })) }),
      says: 'teams[0].cases: at most 300 cases.',
    },
    { what: 'a list where a file should be', input: [], says: /expected object/ },
    { what: 'no file of that kind', input: '{ "format": 1, ', says: /line 1, column \d+/ },
  ])('$what is refused', async ({ input, says }) => {
    const { message, exitCode } = await refused(input)
    expect(exitCode).toBe(2)
    expect(message).toMatch(says)
  })

  it('has every problem said at once, each on a line with its place', async () => {
    const { message } = await refused({ ...withPattern({ nth: [0], at: 'noon' }), months: 0 })
    expect(message.split('\n').map((line) => line.replace(/^.*column \d+, /, ''))).toEqual([
      'months: a whole number from 1 to 36. Found 0.',
      'teams[0].pattern[0].nth[0]: a whole number from 1 to 5. Found 0.',
      'teams[0].pattern[0].at: a time of day is written 09:30. Found "noon".',
    ])
  })

  it('of many problems says twenty, and how many more there are', async () => {
    const { message } = await refused(
      withTeam({ cases: Array.from({ length: 50 }, (_, n) => ({ ...CASE, ref: String(n), openFrom: 'x' })) }),
    )
    expect(message.split('\n')).toHaveLength(21)
    expect(message).toMatch(/and 30 more\.$/)
  })

  it('teams that share cases and have more sessions than can be weighed are refused', async () => {
    const many = Array.from({ length: 20 }, (_, n) => ({
      ...PATTERN,
      nth: [1, 2, 3, 4, 5],
      at: `0${String(n % 10)}:${String(10 + n)}`,
    }))
    const teams = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, n) => ({
      ...{ ...TEAM, id, pattern: many },
      cases: [{ ...CASE, openFrom: `2027-0${String(n + 1)}-01`, openTo: `2027-0${String(n + 1)}-28` }],
    }))
    expect((await refused({ ...INPUT, teams })).message).toMatch(
      /teams: a, b, c, d, e, f share cases and have up to 600 sessions/,
    )
    expect((await run({ ...INPUT, teams: teams.slice(0, 5) })).code).toBe(0)
  })

  it('that names a team or a case of an earlier plan that is gone is planned: what was theirs is said to be no longer needed', async () => {
    const existing = [{ ...SESSION, team: 'gone', cases: ['N-1042', 'N-9'] }]
    const { moved, left } = JSON.parse((await run({ ...INPUT, existing }, { json: true })).out) as Record<
      string,
      { why: string }[]
    >
    expect(moved?.map(({ why }) => why)).toEqual(['The case is with north-1 now.'])
    expect(left?.map(({ why }) => why)).toEqual(['The case is in no team of this plan.'])
  })
})
