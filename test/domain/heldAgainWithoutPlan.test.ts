import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { event, facts, problemsOf, summary } from './facts'

const held = (on: string, outcome: 'plan' | 'no-plan', quorate: boolean) =>
  event('icpc-held', on, { outcome, quorate }, { id: `held ${on}` })
const problems = (events: readonly ChronologyEvent[]) => problemsOf(facts(events))
const inquorate = held('2026-03-02', 'plan', false)
const start = event('plan-started', '2026-03-02', { plan: 'cpp' }, { id: 'start' })
const ended = event('plan-ended', '2026-03-11', { plan: 'cpp', reason: 'in-error' }, { id: 'ended' })

describe('a conference recorded inquorate that made its decision meets the rule and starts the next, and opens reconvene', () => {
  it('held again quorate without a plan, the plan runs on and the case asks which of them stands', () => {
    const events = [inquorate, start, held('2026-03-10', 'no-plan', true)]
    expect(problems(events)).toEqual([
      {
        events: ['start', 'held 2026-03-10'],
        problem:
          'an inquorate conference made a child protection plan and the one held again made none; the plan runs until its end is recorded',
      },
    ])
    expect(summary('review-first', facts(events))).toEqual(['2026-06-02 cancelled 2040-01-05'])
  })

  it.each([
    { then: [held('2026-03-10', 'plan', true)], because: 'it made the plan again' },
    { then: [held('2026-03-10', 'no-plan', false)], because: 'it was inquorate too' },
    {
      then: [
        event('review-held', '2026-05-20', { outcome: 'continue', quorate: true }),
        held('2026-06-10', 'no-plan', true),
      ],
      because: 'a review held before it had decided',
    },
  ])('nothing is asked: $because', ({ then }) => {
    expect(problems([inquorate, start, ...then])).toEqual([])
  })

  it('nor once the end of the plan is recorded, whose own ground is asked about', () => {
    const said = problems([inquorate, start, held('2026-03-10', 'no-plan', true), ended])
    expect(said.map(({ problem }) => problem)).toEqual([expect.stringContaining('without a ground')])
  })
})
