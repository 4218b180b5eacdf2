import { sentence } from '../../domain/timeline/sentence'
import { event, facts, obligationsOf, planOn, summary } from './facts'

const review = (on: string, outcome: 'continue' | 'end', quorate = true) =>
  event('review-held', on, { outcome, quorate })

describe('a review conference is due (Working Together to Safeguard Children)', () => {
  it.each([
    {
      conference: '2026-03-02',
      dueOn: '2026-06-02',
      limitOn: '2026-06-02',
      because: 'three calendar months, a Tuesday',
    },
    {
      conference: '2026-11-30',
      dueOn: '2027-02-26',
      limitOn: '2027-02-28',
      because: '28 February is a Sunday: the Friday before',
    },
    {
      conference: '2026-09-25',
      dueOn: '2026-12-24',
      limitOn: '2026-12-25',
      because: 'Christmas Day is a bank holiday: the day before',
    },
  ])('3 months after a conference on $conference, by $dueOn: $because', ({ conference, dueOn, limitOn }) => {
    const [first] = obligationsOf('review-first', facts(planOn(conference)))
    expect([first?.dueOn.toString(), first?.limitOn.toString()]).toEqual([dueOn, limitOn])
  })

  it('6 months after the previous review, if the plan continues', () => {
    const given = facts([...planOn('2026-01-05'), review('2026-04-01', 'continue')])
    expect(summary('review-first', given)).toEqual(['2026-04-02 met 2026-04-01'])
    expect(summary('review-next', given)).toEqual(['2026-10-01 cancelled 2040-01-05'])
  })

  it('a lawful weekend meeting is met, not late', () => {
    const given = facts([...planOn('2026-11-30'), review('2027-02-28', 'continue')])
    expect(summary('review-first', given)).toEqual(['2027-02-26 met 2027-02-28'])
    expect(obligationsOf('review-first', given)[0]?.limitOn.toString()).toBe('2027-02-28')
  })

  it('an inquorate review cannot end a plan: it counts as one that continues it', () => {
    const ended = (quorate: boolean) => facts([...planOn('2026-01-05'), review('2026-04-01', 'end', quorate)])
    expect(summary('review-next', ended(false))).toHaveLength(1)
    expect(summary('review-next', ended(true))).toEqual([])
  })

  it('a plan without a recorded conference runs from its start', () => {
    const [first] = obligationsOf('review-first', facts([event('plan-started', '2026-03-02', { plan: 'cpp' })]))
    expect(first?.dueOn.toString()).toBe('2026-06-02')
    expect(first?.explanation.map(sentence)[0]).toBe('Child protection plan started on 2 March 2026')
  })

  it("another authority's plan starts no clock", () => {
    expect(
      summary('review-first', facts([event('plan-started', '2026-03-02', { plan: 'cpp', authority: 'other' })])),
    ).toEqual([])
  })

  it('a plan that ends cancels the review that was to come, on the day it ended', () => {
    const given = facts([...planOn('2026-01-05'), event('plan-ended', '2026-02-02', { plan: 'cpp', reason: 'moved' })])
    expect(summary('review-first', given)).toEqual(['2026-04-02 cancelled 2026-02-02'])
  })

  it('a plan ends with the eighteenth birthday by itself, 1 March for 29 February', () => {
    const given = facts(planOn('2025-12-15'), {
      children: [{ id: 'c1', bornOn: planOn('2008-02-29')[0]!.on, expectedOn: null }],
    })
    expect(summary('review-first', given)).toEqual(['2026-03-13 cancelled 2026-03-01'])
  })

  it('becoming looked after stops no timer', () => {
    const before = summary('review-first', facts(planOn('2026-01-05')))
    expect(
      summary('review-first', facts([...planOn('2026-01-05'), event('looked-after-started', '2026-02-01', {})])),
    ).toEqual(before)
  })

  it('a corrected conference moves the date and keeps the name of the obligation; a voided one takes it back', () => {
    const [held, plan] = planOn('2026-03-02')
    const corrected = event('icpc-held', '2026-03-04', { outcome: 'plan' }, { supersedes: held!.id })
    const [first] = obligationsOf('review-first', facts([held!, plan!, corrected]))
    expect([first?.dueOn.toString(), first?.trigger]).toEqual(['2026-06-04', held!.id])
    const voided = event(
      'plan-started',
      '2026-03-02',
      { plan: 'cpp' },
      { id: 'void', supersedes: plan!.id, void: true },
    )
    expect(summary('review-first', facts([plan!, voided]))).toEqual([])
  })

  it('events that correct each other in a circle are a problem, never a crash', () => {
    const circle = [
      event('visit-made', '2026-03-02', { seen: true }, { id: 'a', supersedes: 'b' }),
      event('visit-made', '2026-03-03', { seen: true }, { id: 'b', supersedes: 'a' }),
    ]
    expect(summary('visit', facts([...planOn('2026-03-01'), ...circle]))[0]).toContain('met')
  })
})
