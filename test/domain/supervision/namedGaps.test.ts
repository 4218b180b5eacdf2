import { gapWords } from '../../../domain/supervision/reasonWords'
import type { Team } from '../../../domain/supervision/yearInput'
import { day } from '../facts'
import { planOf } from './askedOf'
import { year } from './examples'
import { openCase, weeklyTeam } from './weeklyTeam'

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
