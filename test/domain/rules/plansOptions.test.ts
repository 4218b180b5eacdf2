import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 as pack } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { choosing } from '../choosing'
import { calendar, day, event, facts, planOn } from '../facts'

const due = (policy: typeof pack, rule: string, given: CaseFacts) =>
  timeline(given, always(policy), calendar)
    .obligations.filter((one) => one.rule === rule)
    .map(({ dueOn, limitOn }) => [...new Set([dueOn, limitOn].map(String))].join(' of '))

describe('unborn-review: first review the sooner of 3 months and 10 wd after birth', () => {
  const policy = choosing('unborn-review')
  const unborn = (...events: ChronologyEvent[]) =>
    facts([...planOn('2026-03-02'), ...events], {
      children: [{ id: 'c1', bornOn: null, expectedOn: day('2026-04-20') }],
    })
  const bornOn = (on: string) =>
    facts(planOn('2026-03-02'), { children: [{ id: 'c1', bornOn: day(on), expectedOn: day('2026-04-20') }] })
  it.each([
    { given: unborn(), gives: '2026-06-02', because: 'not born yet' },
    { given: unborn(event('child-born', '2026-04-13', {})), gives: '2026-04-27', because: 'the birth recorded' },
    { given: bornOn('2026-04-13'), gives: '2026-04-27', because: 'the date of birth of the record' },
    { given: bornOn('2026-03-27'), gives: '2026-04-14', because: 'Good Friday and Easter Monday are not counted' },
    { given: bornOn('2026-05-25'), gives: '2026-06-02', because: '3 months are the sooner' },
    { given: bornOn('2026-03-02'), gives: '2026-06-02', because: 'born on the day of the conference' },
    { given: bornOn('2022-01-05'), gives: '2026-06-02', because: 'a plan made after birth' },
  ])('$gives: $because', ({ given, gives }) => {
    expect(due(policy, 'review-first', given)).toEqual([gives])
    expect(due(pack, 'review-first', given)).toEqual(['2026-06-02'])
  })

  it('keeps both reasons, and the key it had before the birth', () => {
    const review = (given: CaseFacts) =>
      timeline(given, always(policy), calendar).obligations.find(({ rule }) => rule === 'review-first')
    const born = review(unborn(event('child-born', '2026-04-13', {})))
    expect(born?.explanation.map(sentence)).toEqual([
      'Initial child protection conference held on 2 March 2026',
      'plus 3 calendar months is 2 June 2026',
      'Child born on 13 April 2026: 10 working days after it is sooner, 27 April 2026',
      'a Monday and a working day',
    ])
    expect([born?.trigger, born?.part]).toEqual([review(unborn())?.trigger, ''])
    // Counted from the new date: what would have been before the conference is left out.
    expect(born?.reminders.map(({ step, on }) => `${step} ${on.toString()}`)).toEqual([
      'book-6w 2026-03-16',
      'due-10wd 2026-04-13',
      'due-2wd 2026-04-23',
    ])
  })
})

describe('the other options of the pack', () => {
  it('weekly-visits: a visit every 7 days, on whatever day that falls', () => {
    const given = facts([...planOn('2026-03-02'), event('visit-made', '2026-03-08', { seen: true })])
    expect(due(choosing('weekly-visits'), 'visit', given)).toEqual(['2026-03-09', '2026-03-15'])
    expect(due(pack, 'visit', given)).toEqual(['2026-03-16', '2026-03-20'])
  })

  it('cin-review-4-weekly: the first and every next one 4 weeks on', () => {
    const given = facts([
      event('plan-started', '2026-03-02', { plan: 'cin' }),
      event('cin-review-held', '2026-03-09', { independentChair: false }),
    ])
    // 6 April is Easter Monday: the Thursday before Good Friday.
    expect(due(choosing('cin-review-4-weekly'), 'cin-review', given)).toEqual([
      '2026-03-30',
      '2026-04-02 of 2026-04-06',
    ])
    expect(due(pack, 'cin-review', given)).toEqual(['2026-04-13', '2026-06-09'])
  })

  it('are off unless chosen, and every one that comes with the pack is tested here, or as a rule of its own', () => {
    expect(pack.options?.map(({ name }) => name)).toEqual([
      'unborn-review',
      'weekly-visits',
      'cin-review-4-weekly',
      'individual-supervision',
    ])
  })
})
