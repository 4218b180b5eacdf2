import { leavingWords, moveWords } from '../../../domain/supervision/reasonWords'
import { day } from '../facts'
import { planOf } from './askedOf'
import { daysOf, loads, movesSaid, session, year } from './examples'
import { openCase, weeklyTeam } from './weeklyTeam'

describe('a case that comes or goes', () => {
  const team = weeklyTeam('north-1', 8)
  const before = planOf(year(team, { months: 4 }))

  it('joins the next session with room, though a later one is emptier, and moves nobody', () => {
    const small = weeklyTeam('north-1', 3)
    const earlier = planOf(year(small, { months: 4 }))
    expect(loads(earlier, '2027-02')).toEqual(['02: 1 of 10', '09: 1 of 10', '16: 1 of 10', '23: 0 of 10'])
    const joined = { ...small, cases: [...small.cases, openCase('N-new', { openFrom: day('2027-02-10') })] }
    const after = planOf(year(joined, { months: 4, existing: earlier.sessions }))
    expect(daysOf(after, 'N-new')[0]).toBe('2027-02-16')
    expect(after.moved).toEqual([])
  })

  it('takes the emptier session in a new plan, where loads come first', () => {
    const joined = { ...team, cases: [...team.cases.slice(0, 7), openCase('N-new', { openFrom: day('2027-02-10') })] }
    expect(loads(planOf(year(joined, { months: 4 })), '2027-02')).toEqual([
      '02: 2 of 10',
      '09: 2 of 10',
      '16: 2 of 10',
      '23: 2 of 10',
    ])
  })

  it('leaves every session after it closed, and moves nobody', () => {
    const closed = {
      ...team,
      cases: team.cases.map((one, index) => (index === 0 ? { ...one, openTo: day('2027-02-20') } : one)),
    }
    const after = planOf(year(closed, { months: 4, existing: before.sessions }))
    expect(daysOf(after, 'north-1-01')).toEqual(['2027-01-05', '2027-02-02'])
    expect(after.moved).toEqual([])
    expect(after.left.map((one) => `${one.month} ${leavingWords(one.why)}`)).toEqual([
      '2027-03 The case is open until 20 February 2027 and no longer.',
      '2027-04 The case is open until 20 February 2027 and no longer.',
    ])
  })

  it('closes before its session: another of that month takes it', () => {
    const closed = {
      ...team,
      cases: team.cases.map((one, index) => (index === 3 ? { ...one, openTo: day('2027-02-10') } : one)),
    }
    const after = planOf(year(closed, { months: 2, existing: before.sessions }))
    expect(movesSaid(after)).toEqual([
      'north-1-04 2027-02-23T09:30 -> 2027-02-09T09:30: The case is not open on 23 February 2027.',
    ])
  })

  it('makes others make room only where nothing else places it, and names for whom', () => {
    // Two Tuesdays with room for one each: the new case can only be in the second, where another is.
    const two = weeklyTeam('north-1', 1, { pattern: [{ weekday: 'tuesday', nth: [1, 2], at: '09:30', minutes: 20 }] })
    const existing = [session('2027-01-12', ['north-1-01'])]
    const joined = { ...two, cases: [...two.cases, openCase('N-new', { openFrom: day('2027-01-07') })] }
    const after = planOf(year(joined, { months: 1, existing }))
    expect(movesSaid(after)).toEqual([
      'north-1-01 2027-01-12T09:30 -> 2027-01-05T09:30: It makes room for N-new on 12 January 2027.',
    ])
    expect(daysOf(after, 'N-new')).toEqual(['2027-01-12'])
  })

  it('a session that has become shorter keeps as many as it can', () => {
    const shorter = { ...team, oneOffs: [{ on: day('2027-02-09'), at: '09:30', minutes: 20 }] }
    const after = planOf(year(shorter, { months: 4, existing: before.sessions }))
    expect(movesSaid(after)).toEqual([
      'north-1-06 2027-02-09T09:30 -> 2027-02-02T09:30: The session of 9 February 2027 has room for 1 now.',
    ])
  })

  it('a session that is shorter and has to take another says both', () => {
    const two = weeklyTeam('north-1', 2, {
      pattern: [{ weekday: 'tuesday', nth: [1, 2], at: '09:30', minutes: 40 }],
      oneOffs: [{ on: day('2027-01-12'), at: '09:30', minutes: 20 }],
    })
    const joined = { ...two, cases: [...two.cases, openCase('N-new', { openFrom: day('2027-01-07') })] }
    const existing = [session('2027-01-12', ['north-1-01', 'north-1-02'])]
    const { moved } = planOf(year(joined, { months: 1, existing }))
    expect(moved.map(({ why }) => moveWords(why))).toEqual([
      'The session of 12 January 2027 has room for 1 now.',
      'It makes room for N-new on 12 January 2027.',
    ])
  })

  it('that no team has any more leaves, and is said', () => {
    const after = planOf(year({ ...team, cases: team.cases.slice(1) }, { months: 1, existing: before.sessions }))
    expect(after.left.map((one) => `${one.case} ${one.month} ${leavingWords(one.why)}`)).toEqual([
      'north-1-01 2027-01 The case is in no team of this plan.',
    ])
  })
})

describe('a case that changes teams', () => {
  const north = weeklyTeam('north-1', 1)
  const south = weeklyTeam('south-2', 0)

  it('is discussed once in the month it changes, in one team or the other', () => {
    const [stays] = north.cases
    const from = { ...north, cases: [{ ...stays!, openTo: day('2027-02-14') }] }
    const to = { ...south, cases: [{ ...stays!, openFrom: day('2027-02-15') }] }
    const plan = planOf(year([from, to], { months: 4 }))
    expect(plan.gaps).toEqual([])
    expect(
      plan.sessions.filter(({ cases }) => cases.includes(stays!.ref)).map(({ team, on }) => `${team} ${on.toString()}`),
    ).toEqual([
      expect.stringMatching(/^north-1 2027-01/) as string,
      expect.stringMatching(/^(north-1 2027-02-0|south-2 2027-02-[12])/) as string,
      expect.stringMatching(/^south-2 2027-03/) as string,
      expect.stringMatching(/^south-2 2027-04/) as string,
    ])
  })

  it('leaves the sessions of the first for those of the second, which is said', () => {
    const before = planOf(year([north, south], { months: 2 }))
    const after = planOf(
      year(
        [
          { ...north, cases: [] },
          { ...south, cases: north.cases },
        ],
        { months: 2, existing: before.sessions },
      ),
    )
    expect(after.moved.map((one) => `${one.to?.slice(0, 7) ?? ''} ${moveWords(one.why)}`)).toEqual([
      'south-2 The case is with south-2 now.',
      'south-2 The case is with south-2 now.',
    ])
  })
})
