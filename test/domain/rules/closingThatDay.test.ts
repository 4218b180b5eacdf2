import { facts, summary, TO_18 } from '../facts'
import { decided, received, strategy } from './frontDoorEvents'
import { closed, reopened } from './grounds'

describe('a closing stops what began before it, not what began after it on the same day', () => {
  it('an enquiry opened with the referral that came on the day the last one closed', () => {
    const old = [received('2026-03-02'), decided('2026-03-02'), closed('2026-04-02')]
    const given = facts([
      ...old,
      received('2026-04-02', 'r2'),
      decided('2026-04-02', 'accepted', 'd2'),
      strategy('2026-04-02'),
    ])
    expect(summary('strategy-to-icpc', given)).toEqual([`2026-04-27 ${TO_18}`])
  })

  it('an enquiry opened on the day the case was closed in error and reopened', () => {
    const given = [received('2026-03-02'), decided('2026-03-02'), strategy('2026-04-02'), closed('2026-04-02')]
    expect(summary('strategy-to-icpc', facts(given))).toEqual(['2026-04-27 cancelled 2026-04-02'])
    expect(summary('strategy-to-icpc', facts([...given, reopened('2026-04-02')]))).toEqual([`2026-04-27 ${TO_18}`])
    expect(summary('strategy-to-icpc', facts([...given, reopened('2026-04-07')]))).toEqual([`2026-04-27 ${TO_18}`])
  })
})
