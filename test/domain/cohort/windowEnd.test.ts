import { isInWindow, windowEnd } from '../../../domain/cohort/windowEnd'
import { day } from '../facts'

describe('a window of calendar months from a day (contracts.md 5)', () => {
  it.each([
    { from: '2019-08-10', months: 3, to: '2019-11-10', because: 'the same day of the month' },
    { from: '2019-11-30', months: 3, to: '2020-02-29', because: 'the last day of a month that is shorter' },
    { from: '2018-11-30', months: 3, to: '2019-02-28', because: 'never into March' },
    { from: '2019-02-28', months: 3, to: '2019-05-31', because: 'from the last day of a month to the last day of one' },
    { from: '2020-02-28', months: 3, to: '2020-05-28', because: '28 February is not the last day of a leap year’s' },
    { from: '2020-02-29', months: 6, to: '2020-08-31', because: 'the last day again' },
    { from: '2019-04-30', months: 6, to: '2019-10-31', because: '30 April is the last of its month' },
    { from: '2019-08-30', months: 6, to: '2020-02-29', because: 'not the last day, but February has no 30th' },
    {
      from: '2019-09-30',
      months: 3,
      to: '2019-12-31',
      because: 'the quarter after a sample period: October to December',
    },
    { from: '2019-09-30', months: 6, to: '2020-03-31', because: 'and to March' },
  ] as const)('$months months from $from end on $to: $because', ({ from, months, to }) => {
    expect(windowEnd(day(from), months).toString()).toBe(to)
  })

  it.each([
    { on: '2019-08-10', isIn: false, because: 'its own day is not counted' },
    { on: '2019-08-11', isIn: true, because: 'the day after is' },
    { on: '2019-11-10', isIn: true, because: 'the last day is' },
    { on: '2019-11-11', isIn: false, because: 'the day after that is not' },
    { on: '2019-08-09', isIn: false, because: 'nor is the day before' },
  ])('$on lies in the three months from 10 August 2019: $isIn, $because', ({ on, isIn }) => {
    expect(isInWindow(day(on), day('2019-08-10'), 3)).toBe(isIn)
  })
})
