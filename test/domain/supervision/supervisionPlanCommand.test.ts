import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pictureOf } from '../svgOf'
import { CASE, INPUT, PATTERN, planCommand, SESSION, TEAM, withPattern, withTeam } from './planCommand'

const { folder, run, write } = planCommand()

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
