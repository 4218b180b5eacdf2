import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 as policy } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { earlierClosing, leavings } from '../../../domain/closing/earlierClosing'
import { foldCase } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts } from '../facts'

const decided = [{ rule: 'visit', subject: 'c1', decision: 'the health visitor goes' }]
const closed = event('case-closed', '2026-03-02', { reason: 'change has held', decided })
const before = (backOn: string, events: readonly ChronologyEvent[] = [closed]) =>
  earlierClosing(leavings(foldCase(facts(events)).children), day(backOn), { policy: always(policy), calendar })

describe('what was decided when a case was last closed', () => {
  it.each([
    { backOn: '2026-03-02', within: undefined, because: 'the day itself' },
    { backOn: '2026-03-03', within: '6 calendar months', because: 'the day after' },
    { backOn: '2026-09-02', within: '6 calendar months', because: 'the last day of six months' },
    { backOn: '2026-09-03', within: '12 calendar months', because: 'the day after them' },
    { backOn: '2027-03-02', within: '12 calendar months', because: 'the last day of a year' },
    { backOn: '2027-03-03', within: undefined, because: 'the day after it' },
  ])('for a referral on $backOn, $because: within $within', ({ backOn, within }) => {
    expect(before(backOn)?.within).toBe(within)
  })

  it('is its reason, and what was decided of each thing that was open', () => {
    expect(before('2026-05-01')).toMatchObject({ what: 'closed', because: 'change has held', decided })
  })

  it('is that of the last one; a step-down counts, and a closing that was taken back does not', () => {
    const down = event('stepped-down', '2026-04-01', { from: 'cpp', to: 'cin' })
    expect(before('2026-05-01', [closed, down])).toMatchObject({ what: 'stepped-down', because: 'from cpp to cin' })
    expect(before('2026-05-01', [closed, event('case-reopened', '2026-03-09', {})])).toBeUndefined()
  })
})
