import { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { firstWorkingDayOfWeek, mondayOf, weekToTell } from '../../domain/calendar/workingWeek'

const day = (text: string): LocalDate => LocalDate.parse(text)
const calendar = englandAndWales()

describe('the week that is told on its first working day', () => {
  it.each([
    ['a Monday', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['a Sunday belongs to the week before it', '2026-11-29', '2026-11-23', '2026-11-23'],
    ['Easter Monday', '2026-04-06', '2026-04-06', '2026-04-07'],
    ['the Thursday after it', '2026-04-09', '2026-04-06', '2026-04-07'],
    ['Christmas week of 2026: Boxing Day is kept on Monday', '2026-12-29', '2026-12-28', '2026-12-29'],
    ['the week of New Year', '2025-01-02', '2024-12-30', '2024-12-30'],
  ])('%s', (_, on, monday, first) => {
    expect(mondayOf(day(on)).toString()).toBe(monday)
    expect(firstWorkingDayOfWeek(day(on), calendar).toString()).toBe(first)
  })

  it.each([
    ['on its Monday', '2026-11-23', '2026-11-16', '2026-11-23'],
    ['not again on its Tuesday', '2026-11-24', '2026-11-23', null],
    ['on its Tuesday where Monday was missed', '2026-11-24', '2026-11-16', '2026-11-23'],
    ['once after an outage of weeks', '2026-11-25', '2026-10-26', '2026-11-23'],
    ['not on a bank holiday', '2026-04-06', '2026-03-30', null],
    ['on the Tuesday after it', '2026-04-07', '2026-03-30', '2026-04-06'],
    ['the first of all on a first working day', '2026-11-23', null, '2026-11-23'],
    ['none in the middle of the first week', '2026-11-25', null, null],
  ])('is told %s', (_, today, lastTold, week) => {
    const told = weekToTell({ today: day(today), calendar, lastTold: lastTold === null ? null : day(lastTold) })
    expect(told?.toString() ?? null).toBe(week)
  })
})
