import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { sentence } from '../../../domain/timeline/sentence'
import { event, facts, obligationsOf, planOn, problemsOf, summary, TO_18, twoChildren } from '../facts'
import { closed, left, takenAwayBy } from './grounds'
import { toldOf } from './telling'

const begun = (on: string, more = {}) => event('plan-started', on, { plan: 'plo' }, { id: `plo ${on}`, ...more })
const ended = (on: string) => event('plan-ended', on, { plan: 'plo', reason: 'other' })
const reviewed = (on: string) => event('plo-reviewed', on, {})
const extended = (on: string, until: string) => event('plo-extended', on, { until, reason: 'a late assessment' })

describe('plo-review: pre-proceedings (PLO) begun: 8 weeks', () => {
  it.each([
    { events: [begun('2026-03-02')], gives: [`2026-04-27 ${TO_18}`], because: 'a Monday' },
    {
      events: [begun('2026-02-06')],
      gives: [`2026-04-03 ${TO_18}`],
      because: 'Good Friday: what no listed meeting meets stays where it falls',
    },
    { events: [begun('2026-03-02'), reviewed('2026-04-27')], gives: ['2026-04-27 met 2026-04-27'], because: 'met' },
    { events: [begun('2026-03-02'), reviewed('2026-04-29')], gives: ['2026-04-27 met 2026-04-29'], because: 'late' },
    ...takenAwayBy([begun('2026-03-02')], '2026-04-27 cancelled 2026-04-01', {
      'pre-proceedings ended': ended('2026-04-01'),
      'the case was closed': closed('2026-04-01'),
      'the child moved': left('2026-04-01', 'moved'),
    }),
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('plo-review', facts(events))).toEqual(gives)
  })

  it('says what it runs from, reminds 10 and 2 wd before, and tells the service manager 1 wd late', () => {
    const [open] = obligationsOf('plo-review', facts([begun('2026-03-02')]))
    expect(open?.explanation.map(sentence)).toEqual([
      'Pre-proceedings begun on 2 March 2026',
      'plus 8 weeks is 27 April 2026',
      'a Monday and a working day',
    ])
    expect(toldOf('plo-review', facts([begun('2026-03-02')]))).toEqual([
      '2026-04-13 due-10wd social-worker',
      '2026-04-23 due-2wd social-worker',
      '2026-04-28 morning late service-manager',
    ])
  })
})

describe('plo-end: pre-proceedings (PLO) begun: 16 weeks; ended, extended with reason, or issued', () => {
  it.each([
    { events: [begun('2026-03-02')], gives: [`2026-06-22 ${TO_18}`], because: 'runs' },
    { events: [begun('2026-03-02'), ended('2026-06-22')], gives: ['2026-06-22 met 2026-06-22'], because: 'ended' },
    { events: [begun('2026-03-02'), ended('2026-06-30')], gives: ['2026-06-22 met 2026-06-30'], because: 'ended late' },
    {
      events: [begun('2026-03-02'), closed('2026-06-01')],
      gives: ['2026-06-22 cancelled 2026-06-01'],
      because: 'closing the case is no end recorded',
    },
    {
      events: [begun('2026-03-02'), extended('2026-06-15', '2026-08-01')],
      gives: ['2026-06-22 met 2026-06-15', `2026-08-01 ${TO_18}`],
      because: 'extended to a Saturday: it stays there',
    },
    {
      events: [begun('2026-03-02'), extended('2026-06-15', '2026-08-03'), extended('2026-08-05', '2026-09-14')],
      gives: ['2026-06-22 met 2026-06-15', '2026-08-03 met 2026-08-05', `2026-09-14 ${TO_18}`],
      because: 'extended again, late',
    },
    {
      events: [begun('2026-03-02'), extended('2026-06-15', '2026-08-03'), ended('2026-07-20')],
      gives: ['2026-06-22 met 2026-06-15', '2026-08-03 met 2026-07-20'],
      because: 'extended and then ended',
    },
    {
      events: [begun('2026-03-02'), ended('2026-06-15'), extended('2026-06-22', '2026-08-03')],
      gives: ['2026-06-22 met 2026-06-15'],
      because: 'what has ended cannot be extended',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('plo-end', facts(events))).toEqual(gives)
  })

  it('an extension runs from its own event, to the day it names; a corrected one keeps the key', () => {
    const first = extended('2026-06-15', '2026-08-03')
    const corrected = event(
      'plo-extended',
      '2026-06-15',
      { until: '2026-08-10', reason: 'a late assessment' },
      { id: 'corrected', supersedes: first.id },
    )
    const [, to] = obligationsOf('plo-end', facts([begun('2026-03-02'), first, corrected]))
    expect([to?.trigger, to?.dueOn.toString()]).toEqual([first.id, '2026-08-10'])
    expect(to?.explanation.map(sentence).slice(0, 2)).toEqual([
      'Pre-proceedings extended on 15 June 2026',
      'the day agreed is 10 August 2026',
    ])
  })

  it('pre-proceedings and a child protection plan run side by side', () => {
    const given = facts([begun('2026-03-02'), ...planOn('2026-04-01')])
    expect(summary('plo-end', given)).toEqual([`2026-06-22 ${TO_18}`])
    expect(problemsOf(given)).toEqual([])
  })

  it('two at once: the first stands, and the second is a problem', () => {
    const given = facts([begun('2026-03-02'), begun('2026-04-01')])
    expect(summary('plo-end', given)).toEqual([`2026-06-22 ${TO_18}`])
    expect(problemsOf(given)).toEqual([
      {
        events: ['plo 2026-03-02', 'plo 2026-04-01'],
        problem: 'two pre-proceedings run at once; the first one stands',
      },
    ])
  })

  it('a second one has its own dates; what was done on the day between is of the first', () => {
    const on = '2026-05-04'
    const events: ChronologyEvent[] = [
      begun('2026-03-02'),
      ended(on),
      begun(on),
      reviewed(on),
      extended(on, '2026-09-01'),
    ]
    expect(summary('plo-review', facts(events))).toEqual([`2026-04-27 met ${on}`, `2026-06-29 ${TO_18}`])
    expect(summary('plo-end', facts(events))).toEqual([
      `2026-06-22 met ${on}`,
      `2026-08-24 ${TO_18}`,
      `2026-09-01 met ${on}`,
    ])
  })

  it('corrected it keeps its key; siblings have their own', () => {
    const corrected = begun('2026-03-04', { id: 'corrected', supersedes: 'plo 2026-03-02' })
    const given = facts([begun('2026-03-02'), corrected], twoChildren)
    expect(
      obligationsOf('plo-end', given).map(({ subject, trigger, dueOn }) => `${subject} ${trigger} ${dueOn.toString()}`),
    ).toEqual(['c1 plo 2026-03-02 2026-06-24', 'c2 plo 2026-03-02 2026-06-24'])
  })
})
