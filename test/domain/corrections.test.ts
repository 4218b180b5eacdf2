import { effectiveEvents } from '../../domain/chronology/effectiveEvents'
import { knownOn } from '../../domain/chronology/knownOn'
import { day, event, facts, obligationsOf, summary } from './facts'

const visit = (id: string, on: string, more: { supersedes?: string; void?: boolean } = {}) =>
  event('visit-made', on, { seen: true }, { id, ...more })
const standing = (...events: ReturnType<typeof visit>[]) => effectiveEvents(events).events.map(({ id }) => id)

describe('a correction is a new entry that supersedes; nothing is edited or deleted', () => {
  it.each([
    { events: [visit('a', '2026-03-02')], stands: ['a'] },
    { events: [visit('a', '2026-03-02'), visit('b', '2026-03-03', { supersedes: 'a' })], stands: ['b'] },
    { events: [visit('a', '2026-03-02'), visit('b', '2026-03-03', { supersedes: 'a', void: true })], stands: [] },
    {
      events: [
        visit('a', '2026-03-02'),
        visit('b', '2026-03-03', { supersedes: 'a' }),
        visit('c', '2026-03-03', { supersedes: 'b', void: true }),
      ],
      stands: [],
    },
    {
      events: [
        visit('a', '2026-03-02'),
        visit('b', '2026-03-03', { supersedes: 'a' }),
        visit('c', '2026-03-04', { supersedes: 'a' }),
      ],
      stands: ['c'],
    },
    {
      events: [
        visit('a', '2026-03-02'),
        visit('b', '2026-03-03', { supersedes: 'a' }),
        visit('c', '2026-03-04', { supersedes: 'b' }),
        visit('d', '2026-03-05', { supersedes: 'a' }),
      ],
      stands: ['d'],
    },
    {
      events: [
        visit('a', '2026-03-02'),
        visit('b', '2026-03-03', { supersedes: 'a' }),
        visit('d', '2026-03-05', { supersedes: 'a' }),
        visit('c', '2026-03-04', { supersedes: 'b' }),
      ],
      stands: ['c'],
    },
    {
      events: [visit('a', '2026-03-02', { supersedes: 'gone' }), visit('b', '2026-03-03', { supersedes: 'a' })],
      stands: ['b'],
    },
  ])('$events.length events leave $stands', ({ events, stands }) => {
    expect(standing(...events)).toEqual(stands)
  })

  it('every version keeps the name of the first', () => {
    const { events, firstOf } = effectiveEvents([
      visit('a', '2026-03-02'),
      visit('b', '2026-03-03', { supersedes: 'a' }),
      visit('c', '2026-03-04', { supersedes: 'b' }),
    ])
    expect(events).toMatchObject([{ id: 'c', first: 'a', place: 0 }])
    expect(['a', 'b', 'c', 'unknown'].map(firstOf)).toEqual(['a', 'a', 'a', 'unknown'])
  })

  it.each([
    {
      events: [visit('a', '2026-03-02', { supersedes: 'b' }), visit('b', '2026-03-02', { supersedes: 'a' })],
      problem: 'these events correct each other in a circle',
    },
    { events: [visit('a', '2026-03-02', { supersedes: 'a' })], problem: 'these events correct each other in a circle' },
    {
      events: [visit('a', '2026-03-02', { supersedes: 'gone' })],
      problem: 'a corrects gone, which is not among the facts',
    },
  ])('$problem: the events stand by themselves', ({ events, problem }) => {
    expect(effectiveEvents(events).problems.map((one) => one.problem)).toContain(problem)
    expect(standing(...events)).toEqual(events.map(({ id }) => id))
  })

  it('two corrections of one event are a problem, and the last one stands', () => {
    const { problems } = effectiveEvents([
      visit('a', '2026-03-02'),
      visit('b', '2026-03-03', { supersedes: 'a' }),
      visit('c', '2026-03-04', { supersedes: 'a' }),
    ])
    expect(problems).toEqual([{ events: ['b', 'c'], problem: 'both correct a; the last one stands' }])
  })

  it('a field that names another event may hold the id of any of its versions', () => {
    const received = (id: string, on: string, more = {}) =>
      event('referral-received', on, { source: '2A' }, { id, ...more })
    const given = facts([
      received('r1', '2026-01-05'),
      received('r2', '2026-01-06', { supersedes: 'r1' }),
      received('r3', '2026-01-07', { supersedes: 'r2' }),
      event('referral-decided', '2026-01-07', { outcome: 'accepted', referral: 'r2' }),
      event('assessment-authorised', '2026-02-06', { referral: 'r2' }),
    ])
    expect(summary('assessment', given)).toEqual(['2026-03-11 met 2026-02-06'])
    expect(obligationsOf('assessment', given)[0]?.trigger).toBe('r1')
  })
})

describe('events after a day are not yet known on it', () => {
  const wrong = event('icpc-held', '2026-03-10', { outcome: 'plan' }, { id: 'wrong' })
  const right = event('icpc-held', '2026-03-02', { outcome: 'plan' }, { id: 'right', supersedes: 'wrong' })
  it('what happened later is left out, and a correction of later date does not hide what it corrects', () => {
    const later = event('icpc-held', '2026-03-10', { outcome: 'no-plan' }, { id: 'later', supersedes: 'right' })
    const first = event('icpc-held', '2026-03-02', { outcome: 'plan' }, { id: 'right' })
    expect(summary('review-first', knownOn(facts([first, later]), day('2026-03-05')))).toHaveLength(1)
    expect(summary('review-first', knownOn(facts([first, later]), day('2026-03-10')))).toEqual([])
  })

  it('an event entered with too late a date and corrected keeps the name it was entered under', () => {
    const known = knownOn(facts([wrong, right]), day('2026-03-05'))
    expect(effectiveEvents(known.events).problems).toEqual([])
    expect(obligationsOf('review-first', known).map(({ trigger, dueOn }) => [trigger, dueOn.toString()])).toEqual([
      ['wrong', '2026-06-02'],
    ])
  })
})
