import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import type { EventData } from '../../../domain/chronology/eventKinds'
import { event, planOn } from '../facts'
import { refused } from './asRecorded'

const end = (before: readonly ChronologyEvent[], on: string, data: Partial<EventData['plan-ended']> = {}) =>
  refused(before, ['plan-ended', on, { plan: 'cpp', reason: 'moved', ...data }])
const plan = planOn('2026-03-18')
const review = event('review-held', '2026-06-10', { outcome: 'end', quorate: true })

describe('the end of a plan', () => {
  it.each<[string, readonly ChronologyEvent[], string, Partial<EventData['plan-ended']>]>([
    ['on its first day', plan, '2026-03-18', {}],
    ['beside the review that ended it, the same day', [...plan, review], '2026-06-10', { reason: 'review' }],
    [
      'given its own ground when only the closing of the case ended it',
      [...plan, event('case-closed', '2026-06-01', { reason: 'x' })],
      '2026-06-05',
      {},
    ],
    ['of the plan it names by its start', plan, '2026-05-01', { of: 'plan-started 2026-03-18' }],
    ['of the plan it names by its conference', plan, '2026-05-01', { of: 'icpc-held 2026-03-18' }],
    [
      'of another authority’s plan',
      [event('plan-started', '2026-03-01', { plan: 'cpp', authority: 'other' })],
      '2026-04-01',
      {},
    ],
    [
      'of a second plan that ran beside the first',
      [...plan, event('plan-started', '2026-04-01', { plan: 'cpp' }), review],
      '2026-07-01',
      { of: 'plan-started 2026-04-01' },
    ],
    [
      'of a safety plan',
      [event('safety-plan-agreed', '2026-03-10', { how: 'verbal', reviewMode: 'no-end' })],
      '2026-03-12',
      { plan: 'safety', reason: 'other' },
    ],
  ])('is taken %s', (_what, before, on, data) => {
    expect(end(before, on, data)).toBeUndefined()
  })

  it.each<[string, readonly ChronologyEvent[], string, Partial<EventData['plan-ended']>, string]>([
    ['there is none of that kind', plan, '2026-05-01', { plan: 'cin' }, 'Record the plan first'],
    ['it had not started', plan, '2026-03-17', {}, 'started on 18 March 2026'],
    ['it had ended by a review', [...plan, review], '2026-06-11', {}, 'ended on 10 June 2026'],
    ['it names what started no such plan', plan, '2026-05-01', { of: 'review-held 2026-06-10' }, '"of"'],
    ['it names a plan of another kind', plan, '2026-05-01', { plan: 'plo', of: 'plan-started 2026-03-18' }, '"of"'],
    [
      'its child in need plan had ended',
      [
        event('plan-started', '2026-03-01', { plan: 'cin' }),
        event('plan-ended', '2026-04-01', { plan: 'cin', reason: 'other' }),
      ],
      '2026-05-01',
      { plan: 'cin' },
      '1 April 2026',
    ],
  ])('is refused where %s', (_what, before, on, data, says) => {
    expect(end(before, on, data)).toContain(says)
  })
})
