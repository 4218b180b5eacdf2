import { sentence } from '../../../domain/timeline/sentence'
import { event, facts, obligationsOf } from '../facts'

interface Version {
  readonly id: string
  readonly supersedes?: string
}

const ACTION = (on: string, by: string, version: Version) =>
  event('action-agreed', on, { action: 'Ring the school', owner: 'p1', by, meeting: 'm1' }, version)
const GOAL = (on: string, by: string, version: Version) =>
  event(
    'goal-set',
    on,
    { goal: 'School', plan: 'cpp', change: 'c', sign: 's', by, otherwise: 'o', otherwiseBy: by },
    version,
  )
const visit = (on: string) => event('visit-made', on, { seen: true })
const first = { id: 'v1' }
const second = { id: 'v2', supersedes: 'v1' }
const third = { id: 'v3', supersedes: 'v2' }

describe.each([
  { rule: 'action', set: ACTION },
  { rule: 'goal', set: GOAL },
])('$rule: a by-date moved after it has passed stays late', ({ rule, set }) => {
  const one = (...events: Parameters<typeof facts>[0]) => obligationsOf(rule, facts(events))[0]

  it('also where the correction keeps the day of what it corrects', () => {
    const moved = one(
      set('2026-03-02', '2026-03-09', first),
      visit('2026-03-20'),
      set('2026-03-02', '2026-03-30', second),
    )
    expect(moved?.dueOn.toString()).toBe('2026-03-09')
    expect(moved?.explanation.map(sentence).at(-1)).toBe(
      'moved to 30 March 2026 on 20 March 2026, when that day had passed: it stays late',
    )
  })

  it('moved in time it holds, whatever day the correction names', () => {
    const moved = one(
      set('2026-03-02', '2026-03-09', first),
      visit('2026-03-06'),
      set('2026-03-02', '2026-03-30', second),
    )
    expect(moved?.dueOn.toString()).toBe('2026-03-30')
  })

  it('a year mistyped is corrected, and only once', () => {
    const slip = set('2026-03-02', '2025-03-20', first)
    expect(one(slip)?.dueOn.toString()).toBe('2025-03-20')
    const right = [slip, set('2026-03-02', '2026-03-20', second)]
    expect(one(...right)?.dueOn.toString()).toBe('2026-03-20')
    expect(one(...right, set('2026-03-23', '2026-04-20', third))?.dueOn.toString()).toBe('2026-03-20')
  })
})

it('an action brought forward to a day that has passed is not moved back by it', () => {
  const events = [
    ACTION('2026-03-02', '2026-03-09', first),
    ACTION('2026-03-16', '2026-03-06', second),
    ACTION('2026-03-16', '2026-03-30', third),
  ]
  expect(obligationsOf('action', facts(events))[0]?.dueOn.toString()).toBe('2026-03-06')
})
