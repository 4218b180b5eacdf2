import { canonical } from '../../domain/canonical'

describe('the same text for the same content', () => {
  it('whatever the order of its fields, however deep', () => {
    expect(canonical({ b: { d: 1, c: [{ f: 1, e: 2 }] }, a: null })).toBe(
      canonical({ a: null, b: { c: [{ e: 2, f: 1 }], d: 1 } }),
    )
  })

  it.each([
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, {}],
  ])('and another for %j than for %j', (one, other) => {
    expect(canonical(one)).not.toBe(canonical(other))
  })
})
