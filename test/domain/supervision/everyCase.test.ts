import { expectAlways } from '../properties/expectAlways'
import { anyYear, LARGE } from './anyYear'
import { calendar, isIn, isWithin, lastOf, monthsAsked, monthsOf, planOf } from './askedOf'
import { mostPlaced } from './mostPlaced'

const RUNS = 25

describe('in every month of any town', () => {
  it('as many cases have a slot as any plan could place, each of the others is a gap, and each gap has a reason', () => {
    expectAlways(
      'every case',
      anyYear(LARGE),
      (input) => {
        const plan = planOf(input)
        for (const { month, sessions, refs, could, at } of monthsAsked(input, plan)) {
          const placed = refs.filter((ref) => at(ref) >= 0)
          const most = mostPlaced(
            refs.map(could),
            sessions.map(({ capacity }) => capacity),
          )
          expect(placed).toHaveLength(most)
          const gaps = plan.gaps.filter((gap) => gap.month === month.toString().slice(0, 7))
          expect(gaps.map((gap) => gap.case).sort()).toEqual(refs.filter((ref) => at(ref) < 0).sort())
        }
      },
      RUNS,
    )
  })

  it('no case is in two sessions, in one of another team, or in one on a day on which it is not open; no session is too full', () => {
    expectAlways(
      'one slot each',
      anyYear(LARGE),
      (input) => {
        const { sessions } = planOf(input)
        for (const month of monthsOf(input)) {
          const refs = sessions.filter((one) => isIn(one, month)).flatMap(({ cases }) => cases)
          expect(new Set(refs).size).toBe(refs.length)
        }
        for (const { team, on, capacity, cases } of sessions) {
          expect(cases.length).toBeLessThanOrEqual(capacity)
          const open = input.teams.find(({ id }) => id === team)!.cases.filter((one) => isWithin(one, on, on))
          expect(cases.filter((ref) => !open.some((one) => one.ref === ref))).toEqual([])
        }
      },
      RUNS,
    )
  })

  it('sessions are those of the pattern and the one-offs, less bank holidays, closed dates and what is before the plan', () => {
    expectAlways(
      'sessions',
      anyYear(LARGE),
      (input) => {
        const found = planOf(input).sessions.map(({ id, capacity }) => `${id} ${String(capacity)}`)
        const wanted = input.teams.flatMap(({ id, pattern, oneOffs, closedDates, minutesPerCase }) => {
          const last = lastOf(monthsOf(input).at(-1)!)
          const meant = new Map<string, number>()
          for (let day = input.from; !day.isAfter(last); day = day.plusDays(1)) {
            const off = calendar.holidays.has(day.toString()) || closedDates.some((one) => one.equals(day))
            if (off) continue
            const nth = Math.floor((day.dayOfMonth() - 1) / 7) + 1
            for (const one of pattern)
              if (one.nth.includes(nth) && day.dayOfWeek().name().toLowerCase() === one.weekday)
                meant.set(`${day.toString()}T${one.at}`, one.minutes)
            for (const one of oneOffs) if (one.on.equals(day)) meant.set(`${day.toString()}T${one.at}`, one.minutes)
          }
          return [...meant].flatMap(([when, minutes]) =>
            minutes === 0 ? [] : [`${id}:${when} ${String(Math.floor(minutes / minutesPerCase))}`],
          )
        })
        expect([...found].sort()).toEqual(wanted.sort())
      },
      RUNS,
    )
  })
})
