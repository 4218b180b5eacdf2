import { CASE, INPUT, PATTERN, planCommand, SESSION, TEAM, withCase, withPattern, withTeam } from './planCommand'

const { refused, run } = planCommand()

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
