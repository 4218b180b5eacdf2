import fc from 'fast-check'
import { isSampled, sampled } from '../../../../domain/supervision/session/sampled'
import { expectAlways } from '../../properties/expectAlways'

describe('the sample for the quality check: one held session in ten', () => {
  it('is the first of every ten of a team', () => {
    const numbers = Array.from({ length: 31 }, (_, index) => index).filter((index) => sampled(index))
    expect(numbers).toEqual([0, 10, 20, 30])
  })

  it.each([-1, 0.5, Number.NaN])('refuses %p, which counts no sessions', (number) => {
    expect(() => sampled(number)).toThrow(RangeError)
  })

  it('is asked by session, in the order of recording; one that is not recorded as held is not in it', () => {
    const held = Array.from({ length: 12 }, (_, index) => `S-${String(index)}`)
    expect(held.filter((id) => isSampled(id, held))).toEqual(['S-0', 'S-10'])
    expect(isSampled('S-99', held)).toBe(false)
    expect(isSampled('S-2', held, 2)).toBe(true)
  })

  it('never changes for a session by those recorded after it, and holds one of any ten in a row', () => {
    expectAlways('sampled', fc.tuple(fc.nat(60), fc.nat(60)), ([first, later]) => {
      const held = Array.from({ length: first + later }, (_, index) => String(index))
      for (const id of held.slice(0, first)) expect(isSampled(id, held)).toBe(isSampled(id, held.slice(0, first)))
      const ten = Array.from({ length: 10 }, (_, index) => sampled(first + index))
      expect(ten.filter(Boolean)).toHaveLength(1)
    })
  })
})
