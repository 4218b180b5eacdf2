import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { event, facts, obligationsOf, problemsOf, summary } from './facts'

const problems = (given: ReturnType<typeof facts>) => problemsOf(given).map(({ problem }) => problem)
/** What waits for somebody still: trigger and due day. */
const open = (rule: string, events: readonly ChronologyEvent[]) =>
  obligationsOf(rule, facts(events))
    .filter(({ end }) => end.outcome === 'open' || (end.outcome === 'cancelled' && end.by === 'birthday'))
    .map(({ trigger, dueOn }) => `${trigger} ${dueOn.toString()}`)

describe.each([
  { plan: 'cpp', rule: 'review-first', due: '2026-04-02', because: '6 April is Easter Monday' },
  { plan: 'cin', rule: 'cin-review', due: '2026-02-17', because: 'six weeks from its own start' },
  { plan: 'plo', rule: 'plo-end', due: '2026-04-28', because: 'sixteen weeks from its own start' },
] as const)('no plan is without a review date, also one recorded twice: $plan', ({ plan, rule, due }) => {
  const start = (id: string, on: string) => event('plan-started', on, { plan }, { id })
  const end = (on: string, of?: string) =>
    event('plan-ended', on, { plan, reason: 'in-error', ...(of === undefined ? {} : { of }) })
  const twice = [start('p1', '2026-01-05'), start('p2', '2026-01-06')]

  it('the second takes the place of the first when that one ends, from its own start', () => {
    expect(open(rule, twice).every((name) => name.startsWith('p1'))).toBe(true)
    expect(open(rule, [...twice, end('2026-01-07', 'p1')])).toEqual([`p2 ${due}`])
    expect(problems(facts([...twice, end('2026-01-07', 'p1')]))).toContainEqual(
      expect.stringContaining('run at once; the first one stands'),
    )
  })

  it.each([
    { ends: [end('2026-01-07')], because: 'an end that names none is that of both' },
    { ends: [end('2026-01-07', 'p2'), end('2026-01-08', 'p1')], because: 'it had ended before' },
    {
      ends: [end('2026-01-08', 'p1'), event('case-closed', '2026-01-08', { reason: 'RC7' })],
      because: 'the case closed that day',
    },
  ])('not when it has itself ended by then: $because', ({ ends }) => {
    expect(open(rule, [...twice, ...ends])).toEqual([])
  })

  it('a third one waits for the second', () => {
    const three = [...twice, start('p3', '2026-01-06'), end('2026-01-07', 'p1')]
    expect(open(rule, three)).toEqual([`p2 ${due}`])
    const again = event('plan-ended', '2026-01-09', { plan, reason: 'in-error', of: 'p2' }, { id: 'again' })
    expect(open(rule, [...three, again])).toEqual([`p3 ${due}`])
  })

  it('one that starts later begins after the one that took the place', () => {
    const later = start('p4', '2026-01-20')
    const ends = [
      end('2026-01-07', 'p1'),
      event('plan-ended', '2026-01-15', { plan, reason: 'moved', of: 'p2' }, { id: 'again' }),
    ]
    expect(open(rule, [...twice, ...ends, later]).map((name) => name.split(' ')[0])).toEqual(['p4'])
  })
})

describe('a plan that took the place of another one', () => {
  const start = (id: string, on: string) =>
    event('plan-started', on, { plan: 'cpp', repeatReason: 'not-known' }, { id })
  const held = (on: string) => event('review-held', on, { outcome: 'continue', quorate: true })
  const ended = event('plan-ended', '2026-05-04', { plan: 'cpp', reason: 'in-error', of: 'p1' })
  const given = [start('p1', '2026-01-05'), start('p2', '2026-02-02'), held('2026-04-01'), ended]

  it('counts the reviews held since its own start', () => {
    expect(open('review-next', given)).toEqual(['review-held 2026-04-01 2026-10-01'])
    expect(problems(facts(given)).filter((problem) => problem.includes('twice from one event'))).toEqual([])
  })

  it('is no second plan of the child', () => {
    const twice = [event('plan-started', '2026-01-05', { plan: 'cpp' }, { id: 'p1' })]
    const other = event('plan-started', '2026-01-06', { plan: 'cpp' }, { id: 'p2' })
    expect(summary('repeat-plan-without-reason', facts([...twice, other, ended]))).toEqual([])
  })
})

describe('a child has one open referral at a time; a second is a problem and the first keeps its clock', () => {
  const received = (id: string, on: string) => event('referral-received', on, { source: '2A' }, { id })
  const decided = (on: string, outcome: 'accepted' | 'no-action', referral?: string) =>
    event('referral-decided', on, { outcome, ...(referral === undefined ? {} : { referral }) })
  const two = [received('r1', '2026-03-03'), received('r2', '2026-03-04')]
  const allocation = 'referral-decided 2026-03-06 2026-03-10'

  it.each([
    { refusal: decided('2026-03-05', 'no-action', 'r1'), acceptance: decided('2026-03-06', 'accepted', 'r2') },
    { refusal: decided('2026-03-05', 'no-action', 'r1'), acceptance: decided('2026-03-06', 'accepted') },
    { refusal: decided('2026-03-05', 'no-action'), acceptance: decided('2026-03-06', 'accepted') },
  ])('but when the first is refused and the second accepted, the second has the clocks', ({ refusal, acceptance }) => {
    const events = [...two, refusal, acceptance]
    expect(open('assessment', events)).toEqual(['r2 2026-05-11'])
    expect(open('allocation', events)).toEqual([allocation])
  })

  it('one that waits for its decision still has the clock of it', () => {
    expect(open('referral-decision', [...two, decided('2026-03-05', 'no-action', 'r1')])).toEqual(['r2 2026-03-05'])
    // A refusal that names none is of both.
    expect(open('referral-decision', [...two, decided('2026-03-05', 'no-action')])).toEqual([])
  })

  it('both end when the case closes', () => {
    const closed = event('case-closed', '2026-03-05', { reason: 'RC7' })
    expect(open('referral-decision', [...two, closed])).toEqual([])
  })
})

describe('of ten thousand at once the answer comes in seconds, as of one', () => {
  it.each([
    { kind: 'plan-started', data: { plan: 'cpp' } },
    { kind: 'plan-started', data: { plan: 'cin' } },
    { kind: 'referral-received', data: { source: '2A' } },
  ] as const)('$kind $data', ({ kind, data }) => {
    const many = Array.from({ length: 10_000 }, (_, n) => event(kind, '2026-03-02', data, { id: `m${String(n)}` }))
    const began = performance.now()
    // Each asked on its own took two minutes.
    expect(problemsOf(facts([...many, event('case-closed', '2026-04-02', { reason: 'RC7' })])).length).toBeGreaterThan(
      9_000,
    )
    expect(performance.now() - began).toBeLessThan(25_000)
  })
})
