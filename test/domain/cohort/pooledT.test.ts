import { pooledT } from '../../../domain/cohort/pooledT'

describe('the t of two shares', () => {
  it.each([
    { first: { n: 1, of: 1 }, second: { n: 0, of: 0 }, why: 'no children' },
    { first: { n: 0, of: 0 }, second: { n: 0, of: 0 }, why: 'no children' },
    { first: { n: 1, of: 1 }, second: { n: 0, of: 1 }, why: 'too few' },
    { first: { n: 0, of: 20 }, second: { n: 0, of: 30 }, why: 'no variance' },
    { first: { n: 20, of: 20 }, second: { n: 0, of: 30 }, why: 'no variance' },
  ])('of $first and $second is none, with a reason: $why', ({ first, second, why }) => {
    expect(pooledT(first, second)).toEqual({ t: null, why: expect.stringContaining(why) as string })
  })

  it('is that of a textbook: 1, 1, 0 and 0, 0, 1, 0', () => {
    // Means 2/3 and 1/4; squares 2/3 and 3/4; pooled (2/3 + 3/4) / 5.
    const byHand = (2 / 3 - 1 / 4) / Math.sqrt(((2 / 3 + 3 / 4) / 5) * (1 / 3 + 1 / 4))
    expect(pooledT({ n: 2, of: 3 }, { n: 1, of: 4 }).t).toBeCloseTo(byHand, 12)
  })

  it('turns its sign with the two', () => {
    const [a, b] = [
      { n: 92, of: 193 },
      { n: 1, of: 201 },
    ]
    expect(pooledT(a, b).t).toBeCloseTo(-(pooledT(b, a).t ?? 0), 12)
  })
})
