import { moveWords } from '../../../domain/supervision/reasonWords'
import type { Team } from '../../../domain/supervision/yearInput'
import { day } from '../facts'
import { planOf } from './askedOf'
import { movesSaid, session, year } from './examples'
import { weeklyTeam } from './weeklyTeam'

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
