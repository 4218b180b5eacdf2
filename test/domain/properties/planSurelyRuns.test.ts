import { childHistories } from '../../../domain/chronology/childHistory'
import { day, event, facts } from '../facts'
import { planSurelyRuns } from './planSurelyRuns'

const runs = (events: Parameters<typeof facts>[0], today = '2026-06-01'): boolean =>
  childHistories(facts(events)).children.some((history) => planSurelyRuns(history, day(today)))
const started = (on: string, more = {}) => event('plan-started', on, { plan: 'cpp', ...more }, { id: `start ${on}` })
const held = (on: string) => event('icpc-held', on, { outcome: 'plan' })

describe('a plan surely runs', () => {
  it.each([
    ['from a start', [started('2026-01-05')]],
    ['from a conference alone', [held('2026-01-05')]],
    [
      'where an end names another start: a double entry taken back',
      [
        started('2026-01-05'),
        started('2026-01-06'),
        event('plan-ended', '2026-01-07', { plan: 'cpp', reason: 'in-error', of: 'start 2026-01-05' }),
      ],
    ],
    [
      'after a review that was inquorate',
      [started('2026-01-05'), event('review-held', '2026-04-01', { outcome: 'end', quorate: false })],
    ],
    [
      'in a case that was closed and reopened',
      [
        started('2026-01-05'),
        event('case-closed', '2026-02-02', { reason: 'RC7' }),
        event('case-reopened', '2026-02-03', {}),
      ],
    ],
    [
      'while another kind of plan ends',
      [started('2026-01-05'), event('plan-ended', '2026-02-02', { plan: 'cin', reason: 'other' })],
    ],
  ])('%s', (_, events) => {
    expect(runs(events)).toBe(true)
  })

  it.each([
    ['before anything', []],
    ['of another kind', [event('plan-started', '2026-01-05', { plan: 'cin' })]],
    ['of another authority', [started('2026-01-05', { authority: 'other' }), held('2026-01-05')]],
    ['after its end', [started('2026-01-05'), event('plan-ended', '2026-02-02', { plan: 'cpp', reason: 'moved' })]],
    ['after a review that ended it', [started('2026-01-05'), event('review-held', '2026-04-01', { outcome: 'end' })]],
    ['once the case was closed', [started('2026-01-05'), event('case-closed', '2026-02-02', { reason: 'RC7' })]],
    ['of a child that has died', [event('child-left', '2026-01-04', { reason: 'died' }), started('2026-01-05')]],
  ])('but not %s', (_, events) => {
    expect(runs(events)).toBe(false)
  })

  it('and not after the eighteenth birthday', () => {
    const at = (today: string) => runs([started('2026-01-05')], today)
    expect([at('2026-12-31'), at('2099-01-01')]).toEqual([true, false])
  })
})
