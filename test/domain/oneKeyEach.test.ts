import { always } from '../../domain/policy/policySchedule'
import fc from 'fast-check'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { keyOf } from '../../domain/timeline/obligation'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, day, event, facts, obligationsOf, planOn, summary } from './facts'
import { anyFacts } from './anyFacts'
import { SEED } from '../seed'

const plan = (given: ReturnType<typeof facts>) => timeline(given, always(englandFamilySafeguarding1), calendar)
const twice = (given: ReturnType<typeof facts>): string[] => {
  const keys = plan(given).obligations.map(keyOf)
  return keys.filter((key, index) => keys.indexOf(key) !== index)
}
const problems = (given: ReturnType<typeof facts>): string[] => plan(given).problems.map(({ problem }) => problem)
const ended = (on: string) => event('plan-ended', on, { plan: 'cpp', reason: 'moved' })
const again = (on: string) => event('plan-started', on, { plan: 'cpp' }, { id: 'again' })

describe('no two obligations share a key', () => {
  it.each<{ events: ChronologyEvent[]; because: string }>([
    {
      events: [...planOn('2026-01-05'), ended('2026-06-01'), again('2026-06-01')],
      because: 'a plan ended and one started on one day',
    },
    {
      events: [
        ...planOn('2026-01-05'),
        event('review-held', '2026-06-01', { outcome: 'end', quorate: true }),
        event('icpc-held', '2026-06-01', { outcome: 'plan' }, { id: 'second' }),
      ],
      because: 'a review ended one and a conference made one on one day',
    },
    {
      events: [...planOn('2026-01-05'), event('child-left', '2026-06-01', { reason: 'moved' }), again('2026-06-01')],
      because: 'the child moved away and came back on one day',
    },
    {
      events: [...planOn('2026-01-05'), event('child-left', '2026-06-01', { reason: 'died' }), again('2026-06-01')],
      because: 'a plan starts on the day of death',
    },
  ])('$because, with a visit, a core group and a review that day', ({ events }) => {
    const that = [
      event('visit-made', '2026-06-01', { seen: true }),
      event('core-group-held', '2026-06-01', { quorate: true }),
    ]
    expect(twice(facts([...events, ...that]))).toEqual([])
    expect(problems(facts([...events, ...that])).join()).not.toContain('twice from one event')
  })

  it('a visit on the day one plan ended and the next began meets both and runs the clock of the next', () => {
    const seen = event('visit-made', '2026-06-01', { seen: true }, { id: 'seen' })
    const given = facts([...planOn('2026-05-26'), ended('2026-06-01'), again('2026-06-01'), seen])
    expect(summary('visit', given)).toEqual([
      '2026-06-09 met 2026-06-01',
      '2026-06-15 met 2026-06-01',
      '2026-06-15 cancelled 2040-01-05',
    ])
    expect(obligationsOf('visit', given).filter(({ trigger }) => trigger === 'seen')).toHaveLength(1)
  })

  it('an inquorate conference that was held again made one plan, which runs from the first', () => {
    const held = (on: string, quorate: boolean) => event('icpc-held', on, { outcome: 'plan', quorate })
    const start = event('plan-started', '2026-03-18', { plan: 'cpp' })
    const given = facts([held('2026-03-10', false), held('2026-03-18', true), start])
    expect(summary('review-first', given)).toEqual(['2026-06-10 cancelled 2040-01-05'])
    expect(problems(given)).toEqual([])
    const both = facts([held('2026-03-10', true), held('2026-03-18', true), start])
    expect(summary('review-first', both)).toHaveLength(1)
    expect(problems(both)).toEqual(['two conferences made one child protection plan; the first one stands'])
  })

  it('facts that give one matter twice are a problem, and the one due first stands', () => {
    const child = { id: 'c1', bornOn: day('2022-01-05'), expectedOn: null }
    const given = facts(planOn('2026-03-02'), { children: [child, child] })
    expect(twice(given)).toEqual([])
    expect(problems(given)).toContain(
      'the facts give review-first of c1 twice from one event; the one due first stands',
    )
  })

  it('whatever is recorded, in whatever order, with whatever corrections; and it never throws', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        expect(twice(given)).toEqual([])
        expect(problems(given).filter((problem) => problem.includes('twice from one event'))).toEqual([])
      }),
      { numRuns: 1500, seed: SEED },
    )
  })
})
