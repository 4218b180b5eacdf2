import { LocalDate } from '@js-joda/core'
import { lateWords } from '../../domain/timeline/lateWords'

describe('how late something is, in words', () => {
  it.each([
    {
      dueOn: '2026-02-01',
      days: 91,
      says: '3 months late',
      because: '3 May is three calendar months after 1 February',
    },
    { dueOn: '2026-02-01', days: 88, says: '2 months late', because: '30 April is not yet three' },
    { dueOn: '2026-02-01', days: 59, says: '2 months late', because: 'February is short' },
    { dueOn: '2026-07-01', days: 61, says: '61 days late', because: 'July and August have 62 days' },
    { dueOn: '2026-07-01', days: 1, says: '1 day late', because: 'one' },
    { dueOn: '2026-07-01', days: 0, says: 'not recorded as done', because: 'of today' },
  ])('$days days from $dueOn: $says, for $because', ({ dueOn, days, says }) => {
    expect(lateWords({ dueOn: LocalDate.parse(dueOn), days, unit: 'calendar-days' })).toBe(says)
  })

  it('working days stay days, however many', () => {
    expect(lateWords({ dueOn: LocalDate.parse('2026-02-02'), days: 91, unit: 'working-days' })).toBe(
      '91 working days late',
    )
  })
})
