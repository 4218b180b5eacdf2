import { leftEarly } from '../chaos/leftEarly'
import { at, EIGHT, EXPECTED, written } from './oneReview'

describe('mails that left before they might', () => {
  const all = EXPECTED.map((one) => written(one))

  it('are none when each left at its moment, or later', () => {
    expect(leftEarly(EXPECTED, all)).toEqual([])
    expect(leftEarly(EXPECTED, [written(at(3), { on: '2026-12-08', minute: EIGHT })])).toEqual([])
  })

  it('are found by the moment, not by the day', () => {
    const early = { ...written(at(0)), leftAt: at(0).leavesFrom - 1 }
    expect(leftEarly(EXPECTED, [...all, early])).toEqual([early])
    const hasty = { ...written(at(3), { on: '2026-12-08', minute: EIGHT - 1 }) }
    expect(leftEarly(EXPECTED, [hasty])).toEqual([hasty])
  })

  it('are found by the time at which the sink took them, whatever Postgres says', () => {
    expect(leftEarly([at(0)], [written(at(0))], new Map([['<m>', at(0).leavesFrom - 1]]))).toHaveLength(1)
    expect(leftEarly([at(0)], [written(at(0))], new Map([['<m>', at(0).leavesFrom]]))).toEqual([])
  })

  it('one that has not left at all is no proof of anything, and is named', () => {
    const waiting = { ...written(at(1)), leftAt: null }
    expect(leftEarly(EXPECTED, [waiting])).toEqual([waiting])
  })
})
