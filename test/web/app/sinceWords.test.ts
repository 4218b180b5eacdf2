import { sinceWords } from '../../../client/web/app/sinceWords'

describe('since when somebody has a role', () => {
  it.each([
    ['1900-01-01', 'before Caseclock'],
    ['1900-01-02', 'Tuesday 2 January 1900'],
    ['2026-11-23', 'Monday 23 November 2026'],
  ])('%s is said as “%s”', (from, words) => {
    expect(sinceWords(from)).toBe(words)
  })
})
