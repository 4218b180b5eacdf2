import fc from 'fast-check'
import type { LocalDate } from '@js-joda/core'
import { BANK_HOLIDAYS, PUBLISHED_TO } from '../../domain/calendar/bankHolidays'
import { computedBankHolidays } from '../../domain/calendar/computedBankHolidays'
import {
  isWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from '../../domain/calendar/workingDays'
import { londonToday } from '../../client/cli/londonToday'
import { calendar, day } from './facts'
import { SEED } from '../seed'

describe('working days are Monday to Friday without the bank holidays of England and Wales', () => {
  it.each([
    { after: '2026-12-23', n: 1, gives: '2026-12-24', because: 'a Thursday' },
    {
      after: '2026-12-23',
      n: 2,
      gives: '2026-12-29',
      because: 'Christmas Day, a weekend and the Boxing Day substitute are not counted',
    },
    {
      after: '2026-04-02',
      n: 1,
      gives: '2026-04-07',
      because: 'Good Friday, a weekend and Easter Monday are not counted',
    },
    { after: '2026-11-20', n: 5, gives: '2026-11-27', because: 'a Friday, and five days with a weekend between' },
  ])('$n after $after is $gives: $because', ({ after, n, gives }) => {
    expect(workingDaysAfter(n, day(after), calendar).toString()).toBe(gives)
    expect(workingDaysBetween(day(after), day(gives), calendar)).toBe(n)
  })

  it('counts the same as a slow walk over every day', () => {
    const days = fc.integer({ min: 0, max: 3650 }).map((offset) => day('2019-01-01').plusDays(offset))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = workingDaysAfter(n, from, calendar)
        const walked: LocalDate[] = []
        for (let step = from.plusDays(1); !step.isAfter(to); step = step.plusDays(1)) {
          const weekday = step.dayOfWeek().value()
          if (weekday <= 5 && !calendar.holidays.has(step.toString())) walked.push(step)
        }
        expect(walked).toHaveLength(n)
        expect(isWorkingDay(to, calendar)).toBe(true)
        const back = workingDaysBefore(n, to, calendar)
        expect(!isWorkingDay(from, calendar) || back.equals(from)).toBe(true)
      }),
      { numRuns: 1000, seed: SEED },
    )
  })
})

describe('the bank holidays', () => {
  it('are published for at least the next twelve months: when this fails, take the new list from gov.uk', () => {
    expect(PUBLISHED_TO > londonToday().plusMonths(12).toString()).toBe(true)
  })

  it('computed by rule are the published ones, but for the one-off days', () => {
    const oneOff = new Set([
      '2020-05-04',
      '2020-05-08',
      '2022-05-30',
      '2022-06-02',
      '2022-06-03',
      '2022-09-19',
      '2023-05-08',
    ])
    const computed = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028]
      .flatMap((year) => computedBankHolidays(year))
      .map(([on]) => on)
    const published = BANK_HOLIDAYS.map(([on]) => on)
    expect(published.filter((on) => !computed.includes(on) && !oneOff.has(on))).toEqual([])
    expect(computed.filter((on) => !published.includes(on) && !oneOff.has(on))).toEqual([])
  })
})
