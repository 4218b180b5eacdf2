import { gapWords, leavingWords, moveWords } from '../../../domain/supervision/reasonWords'
import type { Session } from '../../../domain/supervision/session'
import type { Team, YearInput } from '../../../domain/supervision/yearInput'
import type { YearPlan } from '../../../domain/supervision/yearPlan'
import { day } from '../facts'
import { planOf } from './askedOf'
import { openCase, weeklyTeam } from './weeklyTeam'

const year = (team: Team | readonly Team[], more: Partial<YearInput> = {}): YearInput => ({
  ...{ from: day('2027-01-01'), months: 12, existing: [] },
  teams: 'id' in team ? [team] : team,
  ...more,
})
const daysOf = ({ sessions }: YearPlan, ref: string): readonly string[] =>
  sessions.filter(({ cases }) => cases.includes(ref)).map(({ on }) => on.toString())
const loads = ({ sessions }: YearPlan, month: string): readonly string[] =>
  sessions
    .filter(({ on }) => on.toString().startsWith(month))
    .map(({ on, cases, capacity }) => `${on.toString().slice(8)}: ${String(cases.length)} of ${String(capacity)}`)
const gapsSaid = ({ gaps }: YearPlan): readonly string[] =>
  gaps.map((gap) => `${gap.case} ${gap.month}: ${gapWords(gap.why)}`)
const movesSaid = ({ moved }: YearPlan): readonly string[] =>
  moved.map((one) => `${one.case} ${one.from.slice(-16)} -> ${one.to?.slice(-16) ?? 'none'}: ${moveWords(one.why)}`)
const session = (on: string, cases: readonly string[], team = 'north-1'): Session => ({
  ...{ id: `${team}:${on}T09:30`, team, on: day(on), at: '09:30', capacity: 10, cases },
})

describe('a team of 40 families that meets every Tuesday 09:30 to 13:00 (handbook, section 4)', () => {
  const plan = planOf(year(weeklyTeam('north-1', 40)))

  it('fills four Tuesdays, and shares five evenly', () => {
    expect(loads(plan, '2027-02')).toEqual(['02: 10 of 10', '09: 10 of 10', '16: 10 of 10', '23: 10 of 10'])
    expect(loads(plan, '2027-03')).toEqual(['02: 8 of 10', '09: 8 of 10', '16: 8 of 10', '23: 8 of 10', '30: 8 of 10'])
  })

  it('has a gap for ten of them in December, when the fourth Tuesday is a bank holiday', () => {
    expect(loads(plan, '2027-12')).toEqual(['07: 10 of 10', '14: 10 of 10', '21: 10 of 10'])
    expect(plan.gaps).toHaveLength(10)
    expect(new Set(plan.gaps.map(({ month }) => month))).toEqual(new Set(['2027-12']))
    expect(gapWords(plan.gaps[0]!.why)).toBe(
      'Every session of December 2027 that it could be in is full. It needs one extra session in December 2027, or 10 more minutes on 7 December 2027.',
    )
  })

  it('keeps the first Tuesday for a case that has it', () => {
    const one = weeklyTeam('north-1', 40)
    const keep = { weekday: 'tuesday', nth: 1 } as const
    const kept = planOf(
      year({ ...one, cases: one.cases.map((each, index) => (index === 7 ? { ...each, keep } : each)) }),
    )
    expect(daysOf(kept, 'north-1-08')).toEqual(
      ['01-05', '02-02', '03-02', '04-06', '05-04', '06-01', '07-06', '08-03', '09-07', '10-05', '11-02', '12-07'].map(
        (on) => `2027-${on}`,
      ),
    )
  })

  it('keeps its place also unasked: most cases are at the same Tuesday in every month of four', () => {
    const four = ['02', '04', '05', '07', '09', '10'].map((month) => `2027-${month}`)
    const places = (ref: string) =>
      new Set(
        daysOf(plan, ref)
          .filter((on) => four.includes(on.slice(0, 7)))
          .map((on) => Math.ceil(Number(on.slice(8)) / 7)),
      )
    const steady = plan.sessions[0]!.cases.filter((ref) => places(ref).size === 1)
    expect(steady.length).toBeGreaterThanOrEqual(9)
  })
})

describe('a place of the month', () => {
  const two = [{ weekday: 'tuesday', nth: [1, 2], at: '09:30', minutes: 20 }] as const
  const first = { weekday: 'tuesday', nth: 1 } as const

  it('is given to the case it was asked for before one that only mostly had it', () => {
    const team = weeklyTeam('north-1', 0, { pattern: two, cases: [openCase('A-1'), openCase('N-1', { keep: first })] })
    const existing = [session('2026-12-01', ['A-1']), session('2026-12-08', ['N-1'])]
    const plan = planOf(year(team, { months: 1, existing }))
    expect([daysOf(plan, 'A-1').at(-1), daysOf(plan, 'N-1').at(-1)]).toEqual(['2027-01-12', '2027-01-05'])
  })

  it('that has no session this month gives way to the nearest', () => {
    const fourth = { weekday: 'tuesday', nth: 4 } as const
    const team = weeklyTeam('north-1', 0, {
      cases: [openCase('N-1', { keep: fourth })],
      closedDates: [day('2027-03-23')],
    })
    expect(daysOf(planOf(year(team, { from: day('2027-03-01'), months: 1 })), 'N-1')).toEqual(['2027-03-16'])
  })

  it('is never a fifth Tuesday, which most months have not', () => {
    const existing = [session('2026-09-01', ['north-1-01']), session('2026-12-29', ['north-1-01'])]
    const plan = planOf(year(weeklyTeam('north-1', 1), { from: day('2027-02-01'), months: 1, existing }))
    expect(daysOf(plan, 'north-1-01')).toEqual(['2026-12-29', '2027-02-02'])
  })

  it('is of two it has had equally often the latest', () => {
    const existing = [session('2026-11-03', ['north-1-01']), session('2026-12-08', ['north-1-01'])]
    const plan = planOf(year(weeklyTeam('north-1', 1), { months: 1, existing }))
    expect(daysOf(plan, 'north-1-01').at(-1)).toBe('2027-01-12')
  })

  it('is left two months ahead where keeping it would leave seven days between two discussions', () => {
    const team = weeklyTeam('north-1', 0, {
      pattern: [{ weekday: 'tuesday', nth: [1, 4], at: '09:30', minutes: 20 }],
      cases: [openCase('N-1', { keep: { weekday: 'tuesday', nth: 4 } })],
      closedDates: [day('2027-03-23')],
    })
    expect(daysOf(planOf(year(team, { months: 3 })), 'N-1')).toEqual(['2027-01-05', '2027-02-02', '2027-03-02'])
  })
})

describe('a session that falls out', () => {
  it('on a bank holiday Monday is skipped, and the next month goes on', () => {
    const plan = planOf(year(weeklyTeam('north-1', 12, { weekday: 'monday' }), { from: day('2027-05-01'), months: 2 }))
    expect(plan.sessions.map(({ on }) => on.toString())).toEqual(
      ['05-10', '05-17', '05-24', '06-07', '06-14', '06-21', '06-28'].map((on) => `2027-${on}`),
    )
  })

  it('hands its cases to the other sessions of the month, and says so', () => {
    const before = planOf(year(weeklyTeam('north-1', 4), { months: 3 }))
    const after = planOf(
      year({ ...weeklyTeam('north-1', 4), closedDates: [day('2027-02-09')] }, { months: 3, existing: before.sessions }),
    )
    expect(movesSaid(after)).toEqual([
      'north-1-02 2027-02-09T09:30 -> 2027-02-02T09:30: The session of 9 February 2027 is not held: it is a closed date.',
    ])
    expect(after.gaps).toEqual([])
  })

  it.each<{ because: string; team: Partial<Team>; says: string }>([
    {
      because: 'called off',
      team: { oneOffs: [{ on: day('2027-02-09'), at: '09:30', minutes: 0 }] },
      says: 'The session of 9 February 2027 is not held: it is called off.',
    },
    {
      because: 'no longer in the pattern',
      team: { pattern: [{ weekday: 'tuesday', nth: [1, 3, 4], at: '09:30', minutes: 210 }] },
      says: 'The session of 9 February 2027 is not held: the team has none at 09:30 that day.',
    },
    {
      because: 'at another time',
      team: {
        oneOffs: [
          { on: day('2027-02-09'), at: '09:30', minutes: 0 },
          { on: day('2027-02-09'), at: '14:00', minutes: 210 },
        ],
      },
      says: 'The session of 9 February 2027 is not held: it is called off.',
    },
  ])('$because, says why', ({ team, says }) => {
    const before = planOf(year(weeklyTeam('north-1', 4), { months: 3 }))
    const after = planOf(year({ ...weeklyTeam('north-1', 4), ...team }, { months: 3, existing: before.sessions }))
    expect(after.moved.filter(({ month }) => month === '2027-02').map(({ why }) => moveWords(why))).toEqual([says])
  })

  it('on a bank holiday added since, says its title', () => {
    const existing = [session('2027-05-03', ['north-1-01'])]
    const { moved } = planOf(
      year(weeklyTeam('north-1', 1, { weekday: 'monday' }), { from: day('2027-05-01'), months: 1, existing }),
    )
    expect(moved.map(({ why }) => moveWords(why))).toEqual([
      'The session of 3 May 2027 is not held: it is a bank holiday (Early May bank holiday).',
    ])
  })
})

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

describe('a plan that begins in the middle of a month', () => {
  const from = day('2027-03-10')
  const team = weeklyTeam('north-1', 2)

  it('asks no second discussion of a case that has had its own, and hands on the session it was in', () => {
    const existing = [session('2027-03-02', ['north-1-01'])]
    const plan = planOf(year(team, { from, months: 1, existing }))
    expect(daysOf(plan, 'north-1-01')).toEqual(['2027-03-02'])
    expect(daysOf(plan, 'north-1-02')).toEqual(['2027-03-16'])
    expect(planOf(year(team, { from: from.plusDays(1), months: 1, existing: plan.sessions }))).toEqual(plan)
  })

  it('spaces the first discussion after the last one held', () => {
    const existing = [session('2027-02-23', ['north-1-01', 'north-1-02'])]
    const plan = planOf(
      year(
        { ...team, pattern: [{ ...team.pattern[0]!, nth: [1, 3] }] },
        { from: day('2027-03-01'), months: 1, existing },
      ),
    )
    expect(daysOf(plan, 'north-1-01')).toEqual(['2027-02-23', '2027-03-16'])
    expect(loads(plan, '2027-03')).toEqual(['02: 0 of 10', '16: 2 of 10'])
  })

  it('counts no session as held whose day was closed, and plans its cases again', () => {
    const existing = [session('2027-03-02', ['north-1-01'])]
    const plan = planOf(year({ ...team, closedDates: [day('2027-03-02')] }, { from, months: 1, existing }))
    expect(daysOf(plan, 'north-1-01')).toEqual(['2027-03-16'])
  })

  it('nor one that was called off', () => {
    const existing = [session('2027-03-02', ['north-1-01'])]
    const oneOffs = [{ on: day('2027-03-02'), at: '09:30', minutes: 0 }]
    expect(daysOf(planOf(year({ ...team, oneOffs }, { from, months: 1, existing })), 'north-1-01')).toEqual([
      '2027-03-16',
    ])
  })

  it('names as a gap a case that closed before it began and was not discussed', () => {
    const closed = { ...team, cases: [openCase('N-1', { openTo: day('2027-03-05') })] }
    expect(gapsSaid(planOf(year(closed, { from, months: 1 })))).toEqual([
      'N-1 2027-03: It closed on 5 March 2027, before this plan begins on 10 March 2027, and no session of the month had it.',
    ])
  })

  it('goes no further back than a discussion still counts', () => {
    const existing = [session('2026-10-06', ['north-1-01']), session('2027-02-02', ['north-1-01'])]
    const plan = planOf(year(team, { from, months: 1, existing }))
    expect(plan.sessions[0]?.on.toString()).toBe('2027-02-02')
  })

  it('drops a second slot of the month, and says so', () => {
    const existing = [
      session('2027-03-02', ['north-1-01']),
      session('2027-03-16', ['north-1-01']),
      session('2027-03-23', ['north-1-02']),
      session('2027-03-30', ['north-1-02']),
    ]
    const { left, moved } = planOf(year(team, { from, months: 1, existing }))
    expect(left.map((one) => `${one.case} ${one.from.slice(-16)} ${leavingWords(one.why)}`)).toEqual([
      'north-1-01 2027-03-16T09:30 It has been discussed in this month, on 2 March 2027.',
      'north-1-02 2027-03-30T09:30 It was planned twice in this month, also on 23 March 2027.',
    ])
    expect(moved).toEqual([])
  })
})

describe('a gap names the least that would mend it', () => {
  const first = [{ weekday: 'tuesday', nth: [1], at: '09:30', minutes: 210 }] as const
  it.each<{ because: string; team: Team; from?: string; says: string }>([
    {
      because: 'the team has no session',
      team: weeklyTeam('north-1', 1, { pattern: [] }),
      says: 'north-1 has no session in March 2027. It needs one extra session in March 2027.',
    },
    {
      because: 'the only session falls on a closed date',
      team: weeklyTeam('north-1', 1, { pattern: first, closedDates: [day('2027-03-02')] }),
      says: 'north-1 has no session in March 2027. That of 2 March 2027 is not held: it is a closed date. It needs one extra session in March 2027.',
    },
    {
      because: 'the only session falls on Good Friday',
      team: weeklyTeam('north-1', 1, { pattern: [{ weekday: 'friday', nth: [4], at: '09:30', minutes: 60 }] }),
      says: 'north-1 has no session in March 2027. That of 26 March 2027 is not held: it is a bank holiday (Good Friday). It needs one extra session in March 2027.',
    },
    {
      because: 'the case opens after it',
      team: weeklyTeam('north-1', 0, { pattern: first, cases: [openCase('N-1', { openFrom: day('2027-03-24') })] }),
      says: 'north-1 has no session from 24 March 2027 to 31 March 2027, the days left of March 2027 on which the case is open. It needs one extra session from 24 March 2027 to 31 March 2027.',
    },
    {
      because: 'the case is open on the Easter weekend alone',
      team: weeklyTeam('north-1', 0, {
        cases: [openCase('N-1', { openFrom: day('2027-03-26'), openTo: day('2027-03-29') })],
      }),
      says: 'north-1 has no session from 26 March 2027 to 29 March 2027, the days left of March 2027 on which the case is open. No working day is left on which a session could take it.',
    },
    {
      because: 'the session is too short for anybody',
      team: weeklyTeam('north-1', 1, { pattern: [{ ...first[0], minutes: 15 }] }),
      says: 'Every session of March 2027 that it could be in is full. It needs one extra session in March 2027, or 5 more minutes on 2 March 2027.',
    },
    {
      because: 'two sessions of a day are told apart by their time',
      team: weeklyTeam('north-1', 1, {
        pattern: [
          { ...first[0], minutes: 15 },
          { ...first[0], at: '14:00', minutes: 19 },
        ],
      }),
      says: 'Every session of March 2027 that it could be in is full. It needs one extra session in March 2027, or 1 more minute on 2 March 2027 at 14:00.',
    },
    {
      because: 'only what is left of the month can have a session',
      team: weeklyTeam('north-1', 1),
      from: '2027-03-31',
      says: 'north-1 has no session on 31 March 2027, the day left of March 2027 on which the case is open. It needs one extra session on 31 March 2027.',
    },
    {
      because: 'the room is where another case would have to go',
      team: weeklyTeam('north-1', 0, {
        pattern: [
          { ...first[0], minutes: 30 },
          { ...first[0], nth: [2], minutes: 20 },
        ],
        cases: [
          openCase('N-1'),
          openCase('N-2', { openTo: day('2027-03-03') }),
          openCase('N-3', { openFrom: day('2027-03-09') }),
        ],
      }),
      says: 'Every session of March 2027 that it could be in is full. It needs one extra session from 9 March 2027 to 31 March 2027, or 10 more minutes on 2 March 2027 and 1 other case moved.',
    },
  ])('$because', ({ team, from = '2027-03-01', says }) => {
    const { gaps } = planOf(year(team, { from: day(from), months: 1 }))
    expect(gaps.map(({ why }) => gapWords(why))).toEqual([says])
  })

  it('nobody is left out twice running while others are not left out at all', () => {
    const plan = planOf(
      year(weeklyTeam('north-1', 12, { pattern: [{ weekday: 'tuesday', nth: [1, 2, 3], at: '09:30', minutes: 60 }] }), {
        months: 8,
      }),
    )
    expect(plan.gaps).toHaveLength(3 * 8)
    const months = (ref: string) =>
      plan.gaps.filter((gap) => gap.case === ref).map(({ month }) => Number(month.slice(5)))
    for (const ref of new Set(plan.gaps.map((gap) => gap.case)))
      for (const [index, month] of months(ref).entries()) expect(months(ref)[index + 1]).not.toBe(month + 1)
  })
})
