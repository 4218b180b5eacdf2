import fc from 'fast-check'
import { forecaster } from '../../../domain/forecast/forecastCase'
import { forecastFigures } from '../../../domain/forecast/forecastFigures'
import { forecastSvg } from '../../../domain/forecast/forecastSvg'
import { lateBookedWords } from '../../../domain/forecast/forecastWords'
import { weeksFrom } from '../../../domain/forecast/week'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { anyFacts } from '../anyFacts'
import { calendar, day, event, facts, planOn } from '../facts'
import { allOf, described, named, pictureOf, titles } from '../svgOf'
import { SEED } from '../../seed'

const today = day('2026-11-20')
const weeks = weeksFrom(today, 53)
const lines = (given: CaseFacts, team: string) =>
  forecaster({
    policy: always(englandFamilySafeguarding1),
    calendar,
    today,
    until: weeks.at(-1)!.monday.plusDays(6),
  })(given, team).lines
const chart = (given: CaseFacts, team = 'North 1') =>
  pictureOf(forecastSvg({ today, teams: forecastFigures(lines(given, team), weeks) }))

/** `Week 2027-W05, from 1 February 2027` and `3 review conferences`. */
const parts = (title: string): readonly [string, string] => {
  const at = title.lastIndexOf(': ')
  return [title.slice(0, at), title.slice(at + 2)]
}

describe('the chart of a forecast', () => {
  it('has a bar for what is late and for each week, and each says its number in the description too', () => {
    const svg = chart(facts(planOn('2026-09-01')))
    const said = titles(svg)
    expect(said).toContain('Late today: 1 visit')
    expect(said.length).toBeGreaterThan(30)
    for (const title of said) {
      const [when, what] = parts(title)
      const line = described(svg)
        .split('. ')
        .find((sentence) => sentence.includes(`${when}: `) && sentence.includes(what))
      expect({ title, found: line !== undefined }).toEqual({ title, found: true })
    }
  })

  it('is well-formed, named and described, and every piece of a bar has words, whatever is recorded', () => {
    fc.assert(
      fc.property(anyFacts, fc.string({ unit: 'binary' }), (given, team) => {
        const svg = chart(given, team)
        const drawn = named(svg, 'rect').filter(({ attributes }) => attributes['stroke-width'] === '0.75')
        expect(titles(svg)).toHaveLength(drawn.length)
      }),
      { numRuns: 30, seed: SEED },
    )
  })

  it('takes hostile names of teams as text', () => {
    const team = '</title><script>alert("1")</script> & \' " ]]> \u0000 \uD800'
    const svg = chart(facts(planOn('2026-09-01')), team)
    expect(allOf(svg).map((one) => one.text)).toContain('</title><script>alert("1")</script> & \' " ]]> \uFFFD \uFFFD')
  })

  it('of a county without cases says so', () => {
    const svg = pictureOf(forecastSvg({ today, teams: [] }))
    expect(described(svg)).toBe('Nothing is late and nothing is expected.')
    expect(titles(svg)).toEqual([])
  })

  it('tells kinds apart without colour: every fill of a bar is a pattern of its own', () => {
    const svg = chart(facts(planOn('2026-09-01')))
    const looks = named(svg, 'pattern').map((pattern) =>
      pattern.children.map(({ attributes }) => `${attributes['fill'] ?? ''}${attributes['d'] ?? ''}`).join('|'),
    )
    expect(new Set(looks).size).toBe(looks.length)
  })
})

describe('late meetings that are booked ahead', () => {
  it('are named by the week their rooms are needed in', () => {
    const booked = event('core-group-booked', '2026-11-18', { for: '2026-12-03' })
    const late = facts([...planOn('2026-09-01'), event('core-group-held', '2026-09-08', {}), booked])
    expect(lateBookedWords(lines(late, 'A'), today)).toBe(
      'Of what is late, 1 is booked ahead and needs its room then: 2026-W49 1.',
    )
    expect(lateBookedWords(lines(facts(planOn('2026-09-01')), 'A'), today)).toBe('')
  })
})
