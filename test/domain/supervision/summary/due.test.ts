import { day, dueAndEnd, event, facts, obligationsOf, planOn, TO_18, twoChildren } from '../../facts'
import { draftOf, sentences } from './draftOf'

describe('what is late in a summary', () => {
  it('says what, since when and how long, the oldest first, and siblings once', () => {
    const { late } = draftOf(facts(planOn('2026-03-02'), twoChildren), '2026-06-30', null)
    expect(sentences(late)).toContain('Review conference: was due 2 June 2026, 28 days late.')
    expect(sentences(late)).toContain('First core group: was due 16 March 2026, 72 working days late.')
    expect(late.sentence).toBe(`${String(late.lines.length)} things are late.`)
    const days = late.lines.map(({ on }) => on.toString())
    expect(days).toEqual([...days].sort())
    expect(late.lines.every(({ about }) => about.length === 0)).toBe(true)
  })

  it('counts months from two on', () => {
    const { late } = draftOf(facts(planOn('2026-03-02')), '2026-11-20', null)
    expect(sentences(late)).toContain('Review conference: was due 2 June 2026, 5 months late.')
  })

  it('names the child it is about where the other is not', () => {
    const one = planOn('2026-03-02').map((made) => ({ ...made, children: ['c2'] }))
    const { late } = draftOf(facts(one, twoChildren), '2026-06-30', null)
    expect(late.lines.find(({ rule }) => rule === 'review-first')?.about).toEqual(['c2'])
  })

  it('says what comes next when nothing is late', () => {
    const { late } = draftOf(facts(planOn('2026-03-02')), '2026-03-03', null)
    expect(late).toEqual({ sentence: 'Nothing is late. Next due: Decision of a conference, 3 March 2026.', lines: [] })
  })

  it('says so when nothing is late and nothing due', () => {
    const { late, dueNext } = draftOf(facts([]), '2026-03-03', null)
    expect(late.sentence).toBe('Nothing is late. Nothing is due either.')
    expect(dueNext.sentence).toBe('Nothing is due by 3 April 2026.')
  })

  it('leaves out stalls', () => {
    const given = facts(planOn('2026-03-02'))
    expect(obligationsOf('no-progress', given).map(dueAndEnd)).toEqual([`2026-03-30 ${TO_18}`])
    expect(draftOf(given, '2026-06-30', null).late.lines.map(({ rule }) => rule)).not.toContain('no-progress')
  })

  it('leaves out what no import could know', () => {
    const live = { liveSince: day('2026-06-01') }
    const rules = (more: typeof live | object) =>
      draftOf(facts(planOn('2026-01-05'), more), '2026-06-30', null).late.lines.map(({ rule }) => rule)
    expect(rules({})).toContain('core-group-first')
    expect(rules(live)).not.toContain('core-group-first')
  })
})

describe('what is due next in a summary', () => {
  it('is what falls due from today in 31 days, with the day booked', () => {
    const booked = event('review-booked', '2026-05-04', { for: '2026-05-28' })
    const { dueNext, late } = draftOf(facts([...planOn('2026-03-02'), booked]), '2026-05-05', null)
    expect(sentences(dueNext)).toContain('Review conference: by 2 June 2026, booked for 28 May 2026.')
    expect(late.lines.map(({ rule }) => rule)).not.toContain('review-first')
    for (const { on } of dueNext.lines) {
      expect(on.toString() >= '2026-05-05').toBe(true)
      expect(on.toString() <= '2026-06-05').toBe(true)
    }
  })

  it('holds the due day itself and the last of the 31, and not the day after', () => {
    const rulesDue = (today: string) =>
      draftOf(facts(planOn('2026-03-02')), today, null).dueNext.lines.map(({ rule }) => rule)
    expect(rulesDue('2026-06-02')).toContain('review-first')
    expect(rulesDue('2026-05-02')).toContain('review-first')
    expect(rulesDue('2026-05-01')).not.toContain('review-first')
  })

  it('leaves out what a birthday will have ended by then', () => {
    const adultSoon = { children: [{ ...facts([]).children[0]!, bornOn: planOn('2008-05-20')[0]!.on }] }
    const { dueNext } = draftOf(facts(planOn('2026-03-02'), adultSoon), '2026-05-05', null)
    expect(dueNext.lines.map(({ rule }) => rule)).not.toContain('review-first')
  })
})
