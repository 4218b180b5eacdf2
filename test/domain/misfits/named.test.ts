import { EVENT_KINDS, type EventData, type EventKind } from '../../../domain/chronology/eventKinds'
import { event, planOn } from '../facts'
import { refused } from './asRecorded'

const before = [
  ...planOn('2026-03-18'),
  event('dispute-raised', '2026-04-01', {}),
  event('information-requested', '2026-04-01', { agency: 'school' }),
  event('case-closed', '2026-06-01', { reason: 'done' }),
  event('action-agreed', '2026-04-01', { action: 'Ring the school', owner: 'p1', by: '2026-04-10', meeting: 'm1' }),
]
const of = (kind: EventKind, on: string): string => `${kind} ${on}`
const followUp = (anchor: EventData['follow-up-answered']['anchor'], named: string) =>
  ['follow-up-answered', '2026-09-01', { anchor, of: named, months: 3 }] as const

describe('a record that names another', () => {
  it.each([
    [['dispute-stage-ended', '2026-04-03', { dispute: of('dispute-raised', '2026-04-01'), stage: 1 }] as const],
    [['dispute-resolved', '2026-04-01', { dispute: of('dispute-raised', '2026-04-01'), reason: 'agreed' }] as const],
    [['information-answered', '2026-04-02', { request: of('information-requested', '2026-04-01') }] as const],
    [followUp('plan-start', of('plan-started', '2026-03-18'))],
    [followUp('plan-end', of('icpc-held', '2026-03-18'))],
    [followUp('closure', of('case-closed', '2026-06-01'))],
    [['action-done', '2026-04-05', { action: ' ring the SCHOOL' }] as const],
    [['action-done', '2026-04-05', { action: of('action-agreed', '2026-04-01') }] as const],
  ])('%j is taken', (record) => {
    expect(refused<EventKind>(before, record)).toBeUndefined()
  })

  it.each([
    [['dispute-stage-ended', '2026-04-03', { dispute: 'nothing', stage: 1 }] as const, 'dispute-raised'],
    [
      ['dispute-resolved', '2026-03-31', { dispute: of('dispute-raised', '2026-04-01'), reason: 'x' }] as const,
      '1 April 2026',
    ],
    [
      ['information-answered', '2026-04-02', { request: of('dispute-raised', '2026-04-01') }] as const,
      'information-requested',
    ],
    [followUp('closure', of('plan-started', '2026-03-18')), 'case-closed'],
    [followUp('plan-start', 'nothing'), 'plan-started'],
    [['action-done', '2026-04-05', { action: 'ring the doctor' }] as const, 'No action of that name'],
    [['action-done', '2026-03-31', { action: 'Ring the school' }] as const, '31 March 2026'],
  ])('%j is refused', (record, says) => {
    expect(refused<EventKind>(before, record)).toContain(says)
  })
})

describe('the answer to a proposal', () => {
  it.each([
    ['closure-accepted', 'closure-proposed', { by: 'A' }],
    ['closure-declined', 'closure-proposed', { by: 'A', reason: 'too early' }],
    ['step-down-accepted', 'step-down-proposed', { by: 'A' }],
    ['step-down-declined', 'step-down-proposed', { by: 'A', reason: 'too early' }],
  ] as const)('%s is refused before %s, and taken from that day on', (kind, proposed, data) => {
    const proposal = event(proposed, '2026-05-01', { from: 'cpp', to: 'cin' })
    const answer = (on: string, facts = [proposal]) => refused<EventKind>(facts, [kind, on, data])
    expect(answer('2026-05-02', [])).toContain(proposed)
    expect(answer('2026-04-30')).toContain(proposed)
    expect(answer('2026-05-01')).toBeUndefined()
  })
})

describe('a correction', () => {
  const early = event('review-held', '2026-03-01', { outcome: 'continue' })
  const plan = planOn('2026-03-18')
  const right = event('review-held', '2026-06-01', { outcome: 'continue' })

  it('may leave what was wrong before it, as an import may have brought it', () => {
    const corrected = ['review-held', '2026-03-01', { outcome: 'end' }, { supersedes: early.id }] as const
    expect(refused([early], corrected)).toBeUndefined()
    expect(refused([...plan, early], corrected)).toBeUndefined()
  })

  it('may not make wrong what was right', () => {
    expect(
      refused([...plan, right], ['review-held', '2026-03-01', { outcome: 'continue' }, { supersedes: right.id }]),
    ).toContain('1 March 2026')
  })

  it('of the end of a plan is looked at as if that end were not there', () => {
    const ended = event('plan-ended', '2026-05-01', { plan: 'cpp', reason: 'not-known' })
    const later = ['plan-ended', '2026-05-20', { plan: 'cpp', reason: 'moved' }] as const
    expect(refused([...plan, ended], later)).toContain('1 May 2026')
    expect(refused([...plan, ended], [...later, { supersedes: ended.id }])).toBeUndefined()
  })

  it('that takes something back is never refused, whatever its kind', () => {
    for (const kind of EVENT_KINDS)
      expect(refused<EventKind>([], [kind, '2026-03-01', {}, { supersedes: 'any', void: true }])).toBeUndefined()
  })
})
