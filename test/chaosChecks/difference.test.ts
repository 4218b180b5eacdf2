import { difference } from '../chaos/difference'

describe('what was expected beside what was found', () => {
  it('is nothing for the same lines in another order', () => {
    expect(difference(['a', 'b', 'b'], ['b', 'a', 'b'])).toEqual({ missing: [], unexpected: [] })
  })

  it('names what is missing, and what nobody asked for', () => {
    expect(difference(['a', 'b'], ['b', 'c'])).toEqual({ missing: ['a'], unexpected: ['c'] })
  })

  it('names a line that was told twice', () => {
    expect(difference(['a', 'b'], ['a', 'b', 'b'])).toEqual({ missing: [], unexpected: ['b'] })
    expect(difference(['a', 'a'], ['a'])).toEqual({ missing: ['a'], unexpected: [] })
  })
})
