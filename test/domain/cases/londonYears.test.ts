import type { LocalDate } from '@js-joda/core'
import { BANK_HOLIDAYS } from '../../../domain/calendar/bankHolidays'
import { englandAndWales } from '../../../domain/calendar/englandAndWales'
import { londonDay, londonMinutes, londonMoment } from '../../../domain/calendar/london'
import { workingDaysAfter, workingDaysBefore, workingDaysBetween } from '../../../domain/calendar/workingDays'
import { dueAfter } from '../../../domain/timeline/dueDate'
import { day } from '../facts'

const YEARS = Array.from({ length: 11 }, (_, index) => 2025 + index)
const DAY = 86_400_000
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10)
/** The last Sunday of a month (1 to 12), by plain arithmetic. */
function lastSunday(year: number, month: number): string {
  const last = Date.UTC(year, month, 0)
  return iso(last - new Date(last).getUTCDay() * DAY)
}

describe('Europe/London, 2025 to 2035', () => {
  it.each(YEARS)('%i: the clocks go forward on the last Sunday of March and back on that of October', (year) => {
    const forward = day(lastSunday(year, 3))
    const back = day(lastSunday(year, 10))
    const midnight = (on: LocalDate): number => londonMoment(on, 0)
    expect(midnight(forward.plusDays(1)) - midnight(forward)).toBe(23 * 3_600_000)
    expect(midnight(back.plusDays(1)) - midnight(back)).toBe(25 * 3_600_000)
    // The first minute of the hour that does not exist, and of the one that is repeated.
    expect(new Date(londonMoment(forward, 60)).toISOString()).toBe(`${forward.toString()}T01:00:00.000Z`)
    expect(new Date(londonMoment(back, 60)).toISOString()).toBe(`${back.toString()}T00:00:00.000Z`)
    for (const on of [forward, back]) {
      expect(londonDay(londonMoment(on, 0) - 1).toString()).toBe(on.minusDays(1).toString())
      expect(londonDay(londonMoment(on, 1439)).toString()).toBe(on.toString())
    }
  })

  it('07:30 and 17:00 of every day are what the machine’s own tables say', () => {
    const wall = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
    for (let on = day('2025-01-01'); on.year() <= 2035; on = on.plusDays(1)) {
      const [year, month, date] = on.toString().split('-')
      for (const [minutes, text] of [
        [450, '07:30'],
        [1020, '17:00'],
      ] as const) {
        const moment = londonMoment(on, minutes)
        expect(wall.format(moment)).toBe(`${String(date)}/${String(month)}/${String(year)}, ${text}`)
        expect([londonDay(moment).toString(), londonMinutes(moment)]).toEqual([on.toString(), minutes])
      }
    }
  })
})

describe('months, by a count of their own', () => {
  const rule = (n: number) =>
    ({ id: 'any', interval: { n, unit: 'months' }, firstDayCounts: false, roll: 'none' }) as const
  const calendar = englandAndWales()
  /** Year and month counted on, the day cut to the length of the month. */
  const counted = (from: string, n: number): string => {
    const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
    const length = new Date(Date.UTC(year, month - 1 + n + 1, 0)).getUTCDate()
    return iso(Date.UTC(year, month - 1 + n, Math.min(date, length)))
  }

  it('from the last three days of every month, and from 29 February, nothing rolls into the next month', () => {
    const from = YEARS.flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => Date.UTC(year, month + 1, 0)).flatMap((last) => [
        last,
        last - DAY,
        last - 2 * DAY,
      ]),
    ).map(iso)
    expect(from).toEqual(expect.arrayContaining(['2028-02-29', '2032-02-29', '2025-02-28']))
    for (const on of from)
      for (const n of [1, 3, 6, 12, 15, 18, 24]) {
        const { limitOn } = dueAfter(rule(n), { kind: 'icpc-held', on: day(on) }, calendar)
        expect(`${on} + ${String(n)}: ${limitOn.toString()}`).toBe(`${on} + ${String(n)}: ${counted(on, n)}`)
      }
  })
})

describe('working days, against a slow count over the published list', () => {
  const calendar = englandAndWales()
  const holidays = new Set(BANK_HOLIDAYS.map(([on]) => on))
  const all = Array.from(
    { length: (Date.UTC(2029, 0, 1) - Date.UTC(2019, 0, 1)) / DAY },
    (_, index) => Date.UTC(2019, 0, 1) + index * DAY,
  )
  const working = all.filter((at) => ![0, 6].includes(new Date(at).getUTCDay()) && !holidays.has(iso(at))).map(iso)

  it.each([1, 2, 5, 10, 15, 20, 45])('%i after and before every day of 2019 to 2028', (n) => {
    let next = 0
    for (const on of all.map(iso).slice(100, -100)) {
      while ((working[next] ?? '') <= on) next += 1
      const after = working[next + n - 1] ?? ''
      expect(workingDaysAfter(n, day(on), calendar).toString()).toBe(after)
      expect(workingDaysBetween(day(on), day(after), calendar)).toBe(n)
      const since = working[next - 1] === on ? next - 1 : next
      expect(workingDaysBefore(n, day(on), calendar).toString()).toBe(working[since - n])
    }
  })

  it.each([
    { on: '2028-12-29', computed: false },
    { on: '2028-12-31', computed: false },
    { on: '2029-01-02', computed: true },
    { on: '2035-06-01', computed: true },
  ])('a limit of $on: computed bank holidays are said to be ($computed)', ({ on, computed }) => {
    const rule = { id: 'any', interval: { n: 7, unit: 'days' }, firstDayCounts: false, roll: 'none' } as const
    const { explanation } = dueAfter(rule, { kind: 'icpc-held', on: day(on).minusDays(7) }, calendar)
    expect(explanation.some(({ step }) => step === 'holidays-computed')).toBe(computed)
  })
})
