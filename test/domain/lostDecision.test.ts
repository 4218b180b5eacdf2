import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { event, facts, problemsOf, summary } from './facts'

const received = (id: string, on: string) => event('referral-received', on, { source: '2A' }, { id })
const decided = (id: string, on: string, outcome: 'accepted' | 'early-help' | 'no-action', referral?: string) =>
  event('referral-decided', on, { outcome, ...(referral === undefined ? {} : { referral }) }, { id })
const problems = (events: readonly ChronologyEvent[]) => problemsOf(facts(events))

const TWICE = 'a referral was decided twice, and not alike; one decision stands, and the other counts for nothing'
const NONE = 'a decision was recorded for which no referral waits; it starts no clock'
const r1 = received('r1', '2026-03-02')

describe('a decision that is of no referral is never lost without a word', () => {
  it('refused and then accepted', () => {
    const events = [r1, decided('d1', '2026-03-03', 'no-action'), decided('d2', '2026-03-05', 'accepted')]
    expect(problems(events)).toEqual([{ events: ['d1', 'd2'], problem: TWICE }])
    expect(summary('assessment', facts(events))).toEqual([])
  })

  it('one that names the referral stands before one that names none', () => {
    const events = [r1, decided('d1', '2026-03-03', 'no-action'), decided('d2', '2026-03-05', 'accepted', 'r1')]
    expect(problems(events)).toEqual([{ events: ['d2', 'd1'], problem: TWICE }])
    expect(summary('assessment', facts(events))).toHaveLength(1)
  })

  it('accepted and then refused', () => {
    expect(problems([r1, decided('d1', '2026-03-03', 'accepted'), decided('d2', '2026-03-05', 'no-action')])).toEqual([
      { events: ['d1', 'd2'], problem: TWICE },
    ])
  })

  it.each([
    { events: [], because: 'no referral was recorded' },
    { events: [received('late', '2026-03-09')], because: 'it was received later' },
    { events: [r1, event('case-closed', '2026-03-03', { reason: 'RC7' })], because: 'the case had closed' },
  ])('none waits for it: $because', ({ events }) => {
    expect(problems([...events, decided('d1', '2026-03-05', 'accepted')])).toEqual([{ events: ['d1'], problem: NONE }])
  })

  it('corrected, the decision is one, and the assessment runs', () => {
    const corrected = event('referral-decided', '2026-03-05', { outcome: 'accepted' }, { id: 'd2', supersedes: 'd1' })
    const events = [r1, decided('d1', '2026-03-03', 'no-action'), corrected]
    expect(problems(events)).toEqual([])
    expect(summary('assessment', facts(events))).toHaveLength(1)
  })

  it('one that says the same again loses nothing', () => {
    expect(problems([r1, decided('d1', '2026-03-03', 'accepted'), decided('d2', '2026-03-05', 'accepted')])).toEqual([])
  })

  it('that of a second referral while one is open is told with that referral', () => {
    const second = [received('r2', '2026-03-03'), decided('d2', '2026-03-04', 'no-action', 'r2')]
    const said = problems([r1, decided('d1', '2026-03-02', 'accepted'), ...second])
    expect(said.map(({ events }) => events)).toEqual([['r1', 'r2']])
  })
})
