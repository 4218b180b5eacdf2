import { event, facts, planOn, summary } from '../facts'

describe('review-report: RCPC booked, 5 wd before it', () => {
  const before = [...planOn('2026-01-05'), event('review-held', '2026-03-02', { outcome: 'end', quorate: true })]

  it.each([
    { booked: '2026-03-09', because: 'booked between two plans it is of the next' },
    { booked: '2026-03-16', because: 'booked on the day the next one began' },
  ])('$because', ({ booked }) => {
    const given = [...before, ...planOn('2026-03-16'), event('review-booked', booked, { for: '2026-06-09' })]
    expect(summary('review-report', facts(given))).toEqual(['2026-06-02 cancelled 2040-01-05'])
  })

  it('none for a day before the next plan, nor where none follows', () => {
    const booked = event('review-booked', '2026-03-09', { for: '2026-03-13' })
    expect(summary('review-report', facts([...before, booked, ...planOn('2026-03-16')]))).toEqual([])
    expect(summary('review-report', facts([...before, booked]))).toEqual([])
  })
})
