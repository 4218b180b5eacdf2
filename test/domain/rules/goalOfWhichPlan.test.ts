import { event, facts, planOn, problemsOf, summary, TO_18, twoChildren } from '../facts'
import { reviewed, set } from './goalEvents'

const NO_PLAN =
  'a goal names no plan of the child that is known, and no single plan ran that day; it ends with the case only'

describe('which plan a goal is of', () => {
  const cin = (on: string) => event('plan-started', on, { plan: 'cin' }, { id: 'cin' })
  const cinEnded = event('plan-ended', '2026-05-04', { plan: 'cin', reason: 'other' })
  const cppEnded = event('plan-ended', '2026-05-11', { plan: 'cpp', reason: 'moved' })
  const both = [...planOn('2026-03-02'), cin('2026-03-03')]
  it.each([
    { events: [...both, cinEnded, cppEnded], plan: 'cin', ends: '2026-05-04', because: 'the one it names' },
    { events: [...both, cinEnded, cppEnded], plan: 'cpp', ends: '2026-05-11', because: 'the only one of that kind' },
    {
      events: [...planOn('2026-03-02'), cppEnded],
      plan: 'icpc-held 2026-03-02',
      ends: '2026-05-11',
      because: 'named by its conference',
    },
    { events: [...planOn('2026-03-02'), cppEnded], plan: 'a sibling', ends: '2026-05-11', because: 'the only one' },
    { events: [cin('2026-03-03'), cinEnded], plan: 'a sibling', ends: '2026-05-04', because: 'the only one' },
    {
      events: [
        event('safety-plan-agreed', '2026-03-03', { how: 'formal', reviewMode: 'no-end' }, { id: 'safety' }),
        event('safety-plan-ended', '2026-05-18', {}),
      ],
      plan: 'safety',
      ends: '2026-05-18',
      because: 'a safety plan has goals too',
    },
    {
      events: [
        event('safety-plan-agreed', '2026-03-02', { how: 'verbal', reviewMode: 'no-end' }, { id: 'spoken' }),
        event('safety-plan-agreed', '2026-03-05', { how: 'formal', reviewMode: 'no-end' }, { id: 'written' }),
        event('safety-plan-ended', '2026-05-18', {}),
      ],
      plan: 'safety',
      ends: '2026-05-18',
      because: 'agreed by word and then written up it is one plan',
    },
  ])('ends $ends: $because', ({ events, plan, ends }) => {
    expect(summary('goal', facts([...events, set('2026-03-09', { plan })]))).toEqual([`2026-06-15 cancelled ${ends}`])
  })

  it.each([
    { events: both, because: 'two ran, and nobody guesses' },
    { events: [], because: 'none ran' },
  ])('none that is known is a problem, and the goal keeps its clock: $because', ({ events }) => {
    const goal = facts([...events, set('2026-03-09', { plan: 'a plan' })])
    expect(summary('goal', goal)).toEqual([`2026-06-15 ${TO_18}`])
    expect(problemsOf(goal)).toContainEqual({ events: ['set 2026-03-09'], problem: NO_PLAN })
  })

  it('a brother or sister without a plan has no part in it', () => {
    const mine = facts(
      [
        event('plan-started', '2026-03-02', { plan: 'cpp' }, { id: 'mine', children: ['c1'] }),
        set('2026-03-09', { plan: 'mine' }),
      ],
      twoChildren,
    )
    expect(problemsOf(mine)).toEqual([])
    const met = { ...mine, events: [...mine.events, reviewed('2026-06-01', 'met', { children: ['c1'] })] }
    expect(summary('goal', met)).toEqual(['2026-06-15 met 2026-06-01'])
  })
})
