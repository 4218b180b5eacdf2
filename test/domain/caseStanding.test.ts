import { caseStanding } from '../../domain/chronology/caseStanding'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { day } from './facts'

const fact = (on: string, kind: string, data: object = {}, children?: readonly string[]) =>
  ({ id: `${on} ${kind}`, kind, on: day(on), data, ...(children === undefined ? {} : { children }) }) as ChronologyEvent
const facts = (...events: ChronologyEvent[]): CaseFacts => ({
  ref: 'T-1',
  team: null,
  children: ['c1', 'c2'].map((id) => ({ id, bornOn: day('2020-01-01'), expectedOn: null })),
  events,
  liveSince: null,
})
const referred = fact('2026-01-05', 'referral-received', { source: '1A' })
const accepted = fact('2026-01-06', 'referral-decided', { outcome: 'accepted' })
const closed = (on: string, children?: readonly string[]) => fact(on, 'case-closed', { reason: 'RC1' }, children)

describe('whether the facts say that a case is open', () => {
  it.each<[string, ChronologyEvent[], boolean | null]>([
    ['never closed: its source decides', [referred, accepted], null],
    ['closed for all', [referred, accepted, closed('2026-03-02')], false],
    ['closed for one child only', [referred, accepted, closed('2026-03-02', ['c1'])], true],
    [
      'closed for one child, and the other has died',
      [referred, accepted, closed('2026-03-02', ['c1']), fact('2026-03-03', 'child-left', { reason: 'died' }, ['c2'])],
      false,
    ],
    ['reopened', [referred, accepted, closed('2026-03-02'), fact('2026-04-01', 'case-reopened')], true],
    [
      'reopened and closed again',
      [referred, accepted, closed('2026-03-02'), fact('2026-04-01', 'case-reopened'), closed('2026-05-01')],
      false,
    ],
    [
      'a new referral since, not yet decided',
      [referred, accepted, closed('2026-03-02'), fact('2026-05-01', 'referral-received', { source: '1A' })],
      true,
    ],
    [
      'a new referral without further action',
      [
        ...[referred, accepted, closed('2026-03-02'), fact('2026-05-01', 'referral-received', { source: '1A' })],
        fact('2026-05-02', 'referral-decided', { outcome: 'no-action', reason: 'advice given' }),
      ],
      false,
    ],
  ])('%s', (_what, events, open) => {
    expect(caseStanding(facts(...events)).open).toBe(open)
  })

  it('and its team is that of the last transfer that names one', () => {
    const transfers = [
      fact('2026-02-01', 'transferred-in', { team: 'south' }),
      fact('2026-03-01', 'transferred-in', { team: 'west' }),
      fact('2026-04-01', 'transferred-in'),
    ]
    expect(caseStanding(facts(...transfers)).team).toBe('west')
    expect(caseStanding(facts(referred)).team).toBeNull()
  })
})
