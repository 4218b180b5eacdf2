import { sizeFromEnvironment } from '../chaos/sizeFromEnvironment'

const size = (text?: string): number =>
  sizeFromEnvironment('CASECLOCK_CHAOS_DAYS', { usual: 40, most: 1_000 }, { CASECLOCK_CHAOS_DAYS: text })

describe('the size of a chaos test', () => {
  it('is the usual one when nothing is said, and what is said otherwise', () => {
    expect(size()).toBe(40)
    expect(size('')).toBe(40)
    expect(size('120')).toBe(120)
  })

  it.each(['0', '-3', '1.5', '1e3', '40 days', 'many', '1001', ' 12'])(
    'refuses "%s" and says what to write',
    (text) => {
      expect(() => size(text)).toThrow(
        `CASECLOCK_CHAOS_DAYS is "${text}". Give a whole number from 1 to 1000, or leave it away for 40.`,
      )
    },
  )
})
