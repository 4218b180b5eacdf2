import { leavingWords } from '../../../domain/supervision/reasonWords'
import { day } from '../facts'
import { planOf } from './askedOf'
import { daysOf, gapsSaid, loads, session, year } from './examples'
import { openCase, weeklyTeam } from './weeklyTeam'

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
