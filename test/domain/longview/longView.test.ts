import fc from 'fast-check'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { longView } from '../../../domain/longview/longView'
import { longViewSvg } from '../../../domain/longview/longViewSvg'
import { longViewText } from '../../../domain/longview/longViewText'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { anyFacts } from '../anyFacts'
import { calendar, day, event, facts, planOn } from '../facts'
import { described, named, pictureOf, titles } from '../svgOf'
import { SEED } from '../../seed'

const view = (given: CaseFacts, today: string) =>
  longView(given, always(englandFamilySafeguarding1), calendar, day(today))
const drawn = (given: CaseFacts, today: string) => pictureOf(longViewSvg(view(given, today)))
const words = (given: CaseFacts, today: string): readonly string[] => longViewText(view(given, today))
const seen = (on: string) => event('visit-made', on, { seen: true })

describe('the long view of a case', () => {
  const given = facts([
    ...planOn('2026-03-18'),
    seen('2026-03-20'),
    seen('2026-04-14'),
    event('core-group-held', '2026-03-31', { quorate: false }),
  ])

  it('shows plans, meetings held, what is due or late, and the times in which something was late', () => {
    const said = words(given, '2026-04-20')
    expect(said.slice(0, 9)).toEqual([
      'Case T-1 as it stood on 20 April 2026, from 18 March 2026 to 18 September 2026.',
      'Child 1 (c1).',
      'Plans:',
      'Child protection plan from 18 March 2026, still running.',
      'Meetings held:',
      'Initial child protection conference held on 18 March 2026.',
      'Core group held on 31 March 2026, inquorate.',
      'Still to do:',
      'Decision of a conference due by 19 March 2026, late by 20 working days.',
    ])
    expect(said).toContain('Visit due by 28 April 2026.')
    expect(said).toContain('Review conference due by 18 June 2026.')
    expect(said).toContain('8 April 2026 to 14 April 2026: Visit due by 7 April 2026 was done on 14 April 2026.')
  })

  it('shows what is due or booked within six months; of what lies later it says how much, and is not stretched by it', () => {
    const last = (today: string) => view(given, today).to.toString()
    expect(last('2026-04-20')).toBe('2026-09-18')
    // Decisions of a long plan: after 15, 18 and 24 months.
    expect(words(given, '2026-04-20')).toContain('Due later than the picture shows: 3.')
    expect(last('2026-12-17')).toBe('2026-12-17')
    expect(last('2026-12-18')).toBe('2027-06-18')
    // A meeting booked is shown, however far: somebody chose the day.
    const booked = event('review-booked', '2026-04-15', { for: '2026-12-01' })
    expect(view(facts([...given.events, booked]), '2026-04-20').to.toString()).toBe('2026-12-01')
  })

  it('says how late something is, and that it is not recorded as done', () => {
    const said = words(given, '2026-06-22')
    expect(said).toContain('Review conference due by 18 June 2026, late by 4 days.')
    expect(said).toContain('19 June 2026 until today: Review conference due by 18 June 2026 is not recorded as done.')
  })

  it('names a time in which nothing was recorded while a plan ran, by the interval of the rule for progress', () => {
    const silent = words(given, '2026-06-22').filter((line) => line.includes('nothing was recorded'))
    expect(silent).toEqual([
      '15 April 2026 until today: nothing was recorded for 47 working days while a plan ran; the rules allow 20 working days without progress.',
    ])
    const ended = facts([...given.events, event('plan-ended', '2026-04-16', { plan: 'cpp', reason: 'moved' })])
    expect(words(ended, '2026-06-22').filter((line) => line.includes('nothing was recorded'))).toEqual([])
  })

  it('what is not known from the import is no drift, and a silence from before says so', () => {
    const imported = facts(planOn('2025-03-18'), { liveSince: day('2026-06-01') })
    const said = words(imported, '2026-06-22')
    expect(said.filter((line) => line.includes('core group') || line.includes('Core group'))).toEqual([])
    expect(said.find((line) => line.includes('nothing was recorded'))).toContain('may only not have been carried')
  })

  it('what is booked says for when, and an end that lies ahead has not come', () => {
    const booked = facts([...given.events, event('review-booked', '2026-04-15', { for: '2026-06-09' })])
    expect(words(booked, '2026-04-20')).toContain('Review conference due by 18 June 2026, booked for 9 June 2026.')
    expect(view(given, '2026-04-20').lanes[0]?.plans).toEqual([{ plan: 'cpp', from: day('2026-03-18'), to: null }])
  })

  it('has a lane for each child, and one for the case where something concerns it as a whole', () => {
    const born = (id: string) => ({ id, bornOn: day('2022-01-05'), expectedOn: null })
    const referred = [
      event('referral-received', '2026-03-02', { source: '2A' }),
      event('referral-decided', '2026-03-03', { outcome: 'accepted' }),
    ]
    const two = facts(referred, { children: [born('c1'), born('c2')] })
    expect(view(two, '2026-03-04').lanes.map(({ name, subject }) => [name, subject])).toEqual([
      ['Child 1', 'c1'],
      ['Child 2', 'c2'],
      ['The case', null],
    ])
  })

  it('of a case in which nothing has happened yet is a picture too', () => {
    const svg = drawn(facts([]), '2026-04-20')
    expect(described(svg)).toContain('Plans: none.')
  })
})

describe('the picture', () => {
  const everyBarIsSaid = (given: CaseFacts, today: string): void => {
    const svg = drawn(given, today)
    const lines = new Set(longViewText(view(given, today)))
    expect(described(svg)).toBe([...longViewText(view(given, today))].join(' '))
    const legend = new Set(['Meeting held', 'Due', 'Due and late', 'Child 1 (c1)', 'Child 2 (c2)', 'The case'])
    expect(titles(svg).filter((title) => !legend.has(title) && !lines.has(title))).toEqual([])
  }

  it('is well-formed, and every bar and mark of it is a line of the text, whatever is recorded', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 400 }), (given, start) => {
        everyBarIsSaid(given, day('2026-01-05').plusDays(start).toString())
      }),
      { numRuns: 40, seed: SEED },
    )
  })

  it('holds ten years of a case', () => {
    const events = [...planOn('2016-11-21')]
    for (let on = day('2016-12-05'); on.isBefore(day('2026-11-20')); on = on.plusDays(20))
      events.push(seen(on.toString()))
    for (let on = day('2017-02-20'); on.isBefore(day('2026-11-20')); on = on.plusDays(190))
      events.push(event('review-held', on.toString(), { outcome: 'continue', quorate: true }))
    const long = facts(events, { children: [{ id: 'c1', bornOn: day('2014-04-02'), expectedOn: null }] })
    everyBarIsSaid(long, '2026-11-20')
    const svg = drawn(long, '2026-11-20')
    expect(named(svg, 'circle').length).toBeGreaterThan(18)
    const late = view(long, '2026-11-20').lanes[0]!.gaps.filter(({ why }) => why.startsWith('Visit'))
    expect(late.length).toBeGreaterThan(100)
    const width = Number(svg.attributes['width'])
    for (const { attributes } of named(svg, 'rect')) {
      const x = Number(attributes['x'] ?? 0)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + Number(attributes['width'])).toBeLessThanOrEqual(width)
    }
  })

  it('takes hostile references and ids as text', () => {
    const bad = `</desc><script>alert('1')</script>&amp;"`
    const given = facts(planOn('2026-03-18'), {
      ref: bad,
      children: [{ id: bad, bornOn: day('2022-01-05'), expectedOn: null }],
    })
    const svg = drawn(given, '2026-04-20')
    expect(described(svg)).toContain(`Case ${bad} as it stood`)
    expect(titles(svg)).toContain(`Child 1 (${bad})`)
  })
})
