import { facts, obligationsOf, planOn, problemsOf, summary, TO_18, twoChildren } from '../facts'
import { given, reviewed, set } from './goalEvents'

const ONE_NAME = 'two goals of one name run at once; what is recorded under that name counts for both'

describe('two goals of one name', () => {
  const again = set('2026-04-13', { by: '2026-07-15' })
  it('at once are a problem; each has its key, and an outcome is of both', () => {
    const both = given(set('2026-03-09'), again)
    expect(problemsOf(both)).toEqual([{ events: ['set 2026-03-09', 'set 2026-04-13'], problem: ONE_NAME }])
    expect(obligationsOf('goal', both).map(({ trigger }) => trigger)).toEqual(['set 2026-03-09', 'set 2026-04-13'])
    expect(summary('goal', given(set('2026-03-09'), again, reviewed('2026-06-01')))).toEqual([
      '2026-06-15 met 2026-06-01',
      '2026-07-15 met 2026-06-01',
    ])
  })

  it('one after the other are none: an outcome recorded on the day it is set anew is of the first', () => {
    for (const events of [
      [reviewed('2026-04-13', 'not'), again],
      [again, reviewed('2026-04-13', 'not')],
    ]) {
      const both = given(set('2026-03-09'), ...events)
      expect(problemsOf(both)).toEqual([])
      expect(summary('goal', both)).toEqual(['2026-06-15 met 2026-04-13', `2026-07-15 ${TO_18}`])
    }
  })

  it('set and reviewed on one day, with none before it, is met', () => {
    expect(summary('goal', given(set('2026-03-09'), reviewed('2026-03-09')))).toEqual(['2026-06-15 met 2026-03-09'])
  })

  it('of two children are none, and each is met by its own child', () => {
    const mine = set('2026-03-09', {}, { id: 'one', children: ['c1'] })
    const yours = set('2026-03-10', {}, { id: 'other', children: ['c2'] })
    const both = facts(
      [...planOn('2026-03-02'), mine, yours, reviewed('2026-06-01', 'met', { children: ['c2'] })],
      twoChildren,
    )
    expect(problemsOf(both)).toEqual([])
    expect(obligationsOf('goal', both).map(({ trigger, end }) => `${trigger} ${end.outcome}`)).toEqual([
      'one cancelled',
      'other met',
    ])
  })
})
