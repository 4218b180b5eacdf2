import { seenIds } from '../../activities/import/seenIds'

describe('ids a file has had', () => {
  it('knows the line and the print of the first of each, also after it has grown', () => {
    const seen = seenIds()
    const count = 5_000
    for (let n = 0; n < count; n += 1) expect(seen.see(`id-${String(n)}`, n + 2, n * 1_003)).toBeUndefined()
    for (const n of [0, 1, 1_023, 1_024, 4_999])
      expect(seen.see(`id-${String(n)}`, 9_999, 7)).toEqual({ line: n + 2, print: n * 1_003 })
    expect([seen.has('id-4999'), seen.has('id-5000')]).toEqual([true, false])
    expect(seen.see('id-5000', 1, 1)).toBeUndefined()
    expect(seen.has('id-5000')).toBe(true)
  })
})
