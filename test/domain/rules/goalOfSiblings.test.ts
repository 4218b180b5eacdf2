import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { event, facts, obligationsOf, planOn, summary, TO_18, twoChildren } from '../facts'
import { reviewed, set } from './goalEvents'

describe('a goal of several children', () => {
  const goalSet = set('2026-03-09')
  const of = (child: string, on: string) => reviewed(on, 'met', { id: `${child} ${on}`, children: [child] })
  const end = (...events: ChronologyEvent[]) =>
    summary('goal', facts([...planOn('2026-03-02'), goalSet, ...events], twoChildren))
  it.each([
    { events: [], gives: `2026-06-15 ${TO_18}`, because: 'it is one matter' },
    { events: [of('c1', '2026-06-01')], gives: `2026-06-15 ${TO_18}`, because: 'nobody answered for the other' },
    {
      events: [of('c1', '2026-06-01'), of('c2', '2026-06-03')],
      gives: '2026-06-15 met 2026-06-03',
      because: 'answered for both',
    },
    { events: [reviewed('2026-06-01')], gives: '2026-06-15 met 2026-06-01', because: 'answered for both at once' },
    {
      events: [event('child-left', '2026-05-04', { reason: 'moved' }, { children: ['c2'] }), of('c1', '2026-06-01')],
      gives: '2026-06-15 met 2026-06-01',
      because: 'one had left',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(end(...events)).toEqual([gives])
  })

  it('is being handled when it is for each of them', () => {
    const step = (child: string) =>
      event('contingency-started', '2026-06-17', { goal: 'school' }, { id: `step ${child}`, children: [child] })
    const late = (...events: ChronologyEvent[]) =>
      obligationsOf('goal', facts([...planOn('2026-03-02'), goalSet, ...events], twoChildren))[0]?.late.length
    expect([late(step('c1')), late(step('c1'), step('c2'))]).toEqual([1, 0])
  })
})
