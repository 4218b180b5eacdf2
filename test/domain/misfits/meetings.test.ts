import type { EventData, EventKind } from '../../../domain/chronology/eventKinds'
import { event, facts, planOn, twoChildren } from '../facts'
import { refused } from './asRecorded'

type Meeting = readonly [kind: EventKind, data: object]
const MEETINGS: readonly Meeting[] = [
  ['review-held', { outcome: 'continue', quorate: true }],
  ['core-group-held', { quorate: true }],
  ['cin-review-held', {}],
  ['plo-reviewed', {}],
]
const record = ([kind, data]: Meeting, on: string) => [kind, on, data as EventData[typeof kind]] as const

describe('a meeting of a plan', () => {
  it.each(MEETINGS)('%s is refused where nobody has had such a plan, with what to record first', (...meeting) => {
    expect(refused([], record(meeting, '2026-04-01'))).toContain('Record the plan first')
  })

  it.each<[string, 'cin' | 'plo' | 'cpp', Meeting]>([
    ['a review conference', 'cpp', ['review-held', { outcome: 'end', quorate: false }]],
    ['a core group', 'cpp', ['core-group-held', {}]],
    ['a child in need review', 'cin', ['cin-review-held', {}]],
    ['a review of pre-proceedings', 'plo', ['plo-reviewed', {}]],
  ])('%s is refused on the day before its plan, and taken from its first day on', (_what, plan, meeting) => {
    const started = [event('plan-started', '2026-03-18', { plan })]
    const early = refused(started, record(meeting, '2026-03-17'))
    expect(early).toContain('18 March 2026')
    expect(early).toContain('17 March 2026')
    expect(refused(started, record(meeting, '2026-03-18'))).toBeUndefined()
    expect(refused(started, record(meeting, '2027-03-18'))).toBeUndefined()
  })

  it('is taken of a plan that only its conference shows, ours or after a transfer in, and of another authority', () => {
    const review = record(['review-held', { outcome: 'continue' }], '2026-06-01')
    for (const plan of [
      event('icpc-held', '2026-03-18', { outcome: 'plan', quorate: false }),
      event('transfer-in-conference-held', '2026-03-18', { outcome: 'plan' }),
      event('plan-started', '2026-03-18', { plan: 'cpp', authority: 'other' }),
    ])
      expect(refused([plan], review)).toBeUndefined()
    expect(refused([event('icpc-held', '2026-03-18', { outcome: 'no-plan' })], review)).toBeDefined()
  })

  it('is taken while the conference is recorded after its plan, and of a plan that has ended', () => {
    const late = [
      event('plan-started', '2026-03-18', { plan: 'cpp' }),
      event('icpc-held', '2026-04-01', { outcome: 'plan' }),
    ]
    const ended = event('plan-ended', '2026-05-01', { plan: 'cpp', reason: 'in-error' })
    expect(refused([...late, ended], ['core-group-held', '2026-03-25', {}])).toBeUndefined()
    expect(refused([...late, ended], ['review-held', '2026-06-01', { outcome: 'continue' }])).toBeUndefined()
  })

  it('of brothers and sisters needs one of them with a plan; of one child, that child’s', () => {
    const family = facts([event('plan-started', '2026-03-18', { plan: 'cpp' }, { children: ['c1'] })], twoChildren)
    const review = (...children: string[]) =>
      refused(family, ['review-held', '2026-06-01', { outcome: 'continue' }, { children }])
    expect([review(), review('c1'), review('c1', 'c2')]).toEqual([undefined, undefined, undefined])
    expect(review('c2')).toContain('No child it concerns')
  })
})

describe('a review that is booked', () => {
  it.each([
    ['for a day of the plan, on a day before it', '2026-03-01', '2026-06-10', 'taken'],
    ['for a day before the plan', '2026-03-20', '2026-03-17', 'refused'],
  ])('%s', (_what, on, bookedFor, answer) => {
    const said = refused(planOn('2026-03-18'), ['review-booked', on, { for: bookedFor }])
    expect(said === undefined ? 'taken' : 'refused').toBe(answer)
  })

  it('is refused without any plan', () => {
    expect(refused([], ['review-booked', '2026-03-20', { for: '2026-06-10' }])).toContain('Record the plan first')
  })
})
