import { gapWords } from '../../../domain/supervision/reasonWords'
import { day } from '../facts'
import { planOf } from './askedOf'
import { daysOf, loads, session, year } from './examples'
import { openCase, weeklyTeam } from './weeklyTeam'

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
