import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { SEED } from '../seed'

describe('the day of ISO text', () => {
  it('is the day that the library reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 3_000_000 }), (epochDay) => {
        const text = LocalDate.ofEpochDay(epochDay).toString()
        expect(isoDay(text).equals(LocalDate.parse(text))).toBe(true)
      }),
      { seed: SEED },
    )
  })

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '',
    '2026-1-1',
    '02/03/2026',
    '2026-03-02 ',
  ])('is refused where there is none: %j', (text) => {
    expect(() => isoDay(text)).toThrow(/could not be parsed|Invalid/)
  })
})
