import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { knownOn } from '../../../domain/chronology/knownOn'
import { sentence } from '../../../domain/timeline/sentence'
import { day, event, obligationsOf } from '../facts'
import { given, reviewed, set } from './goalEvents'

describe('a by-date moved after it has passed stays late', () => {
  const first = set('2026-03-09', { by: '2026-05-01' }, { id: 'v1' })
  const visit = event('visit-made', '2026-05-06', { seen: true })
  const moved = (on: string, by: string, id = 'v2', supersedes = 'v1') => set(on, { by }, { id, supersedes })
  const due = (...events: ChronologyEvent[]) =>
    obligationsOf('goal', given(...events)).map(({ dueOn, trigger, triggerOn }) =>
      [dueOn.toString(), trigger, triggerOn.toString()].join(' '),
    )
  it.each([
    { events: [first, moved('2026-04-20', '2026-07-01')], by: '2026-07-01', because: 'moved ahead of it' },
    { events: [first, moved('2026-05-01', '2026-07-01')], by: '2026-07-01', because: 'moved on the day itself' },
    { events: [first, moved('2026-05-02', '2026-07-01')], by: '2026-05-01', because: 'moved the day after' },
    {
      events: [first, visit, moved('2026-03-09', '2026-07-01')],
      by: '2026-05-01',
      because: 'dated back, and appended after something of a later day',
    },
    {
      events: [first, moved('2026-03-09', '2026-07-01'), visit],
      by: '2026-07-01',
      because: 'corrected before anything of a later day was appended',
    },
    {
      events: [first, moved('2026-04-20', '2026-06-01'), moved('2026-05-11', '2026-07-01', 'v3', 'v2')],
      by: '2026-07-01',
      because: 'moved twice, both times ahead',
    },
    {
      events: [first, moved('2026-04-20', '2026-05-08'), moved('2026-05-11', '2026-07-01', 'v3', 'v2')],
      by: '2026-05-08',
      because: 'moved ahead, then after the new day had passed',
    },
    {
      events: [first, moved('2026-05-11', '2026-07-01'), moved('2026-06-15', '2026-08-01', 'v3', 'v2')],
      by: '2026-05-01',
      because: 'pushed back again and again',
    },
    { events: [first, moved('2026-04-20', '2026-04-24')], by: '2026-04-24', because: 'brought forward' },
  ])('due $by: $because; the key and the day it was set stay', ({ events, by }) => {
    expect(due(...events)).toEqual([`${by} v1 2026-03-09`])
  })

  it('says so', () => {
    const [one] = obligationsOf('goal', given(first, moved('2026-05-11', '2026-07-01')))
    expect(one?.explanation.map(sentence).at(-1)).toBe(
      'moved to 1 July 2026 on 11 May 2026, when that day had passed: it stays late',
    )
  })

  it('a day that was itself a mistake, and corrected, proves nothing', () => {
    const typo = event('visit-made', '2026-12-06', { seen: true }, { id: 'typo' })
    const right = event('visit-made', '2026-04-06', { seen: true }, { id: 'right', supersedes: 'typo' })
    expect(due(first, typo, right, moved('2026-03-09', '2026-07-01'))).toEqual(['2026-07-01 v1 2026-03-09'])
  })

  it('a version that leaves the by-date corrects the day it was set', () => {
    expect(due(first, moved('2026-03-11', '2026-05-01'))).toEqual(['2026-05-01 v1 2026-03-11'])
  })

  it('is not known before it happened', () => {
    const all = given(first, moved('2026-05-11', '2026-07-01'))
    expect(
      obligationsOf('goal', knownOn(all, day('2026-05-10')))[0]
        ?.explanation.map(sentence)
        .at(-1),
    ).toBe('a Friday and a working day')
  })

  it('a goal called otherwise keeps its key, and answers to both names', () => {
    const renamed = set('2026-03-09', { goal: 'in school', by: '2026-05-01' }, { id: 'v2', supersedes: 'v1' })
    for (const goal of ['school', 'in school']) {
      const [one] = obligationsOf('goal', given(first, renamed, reviewed('2026-04-30', 'met', { goal })))
      expect([one?.subject, one?.trigger, one?.end.outcome]).toEqual(['school', 'v1', 'met'])
    }
  })
})
