import fc from 'fast-check'
import { yearWallSvg } from '../../../domain/supervision/yearWallSvg'
import type { YearInput } from '../../../domain/supervision/yearInput'
import { SEED } from '../../seed'
import { day } from '../facts'
import { allOf, described, named, pictureOf, titles } from '../svgOf'
import { anyYear, SMALL } from './anyYear'
import { calendar, planOf } from './askedOf'
import { weeklyTeam } from './weeklyTeam'

const wall = (input: YearInput) => pictureOf(yearWallSvg(input, planOf(input), calendar))
const year = (team: YearInput['teams'][number], months = 12): YearInput => ({
  from: day('2027-01-01'),
  months,
  teams: [team],
  existing: [],
})

describe('the year on a wall', () => {
  it('has a row for each month, a box for each session with its load, and the gaps at the end of their month', () => {
    const svg = wall(year(weeklyTeam('north-1', 40, { closedDates: [day('2027-08-03')] })))
    const texts = named(svg, 'text').map(({ text }) => text)
    expect(texts.filter((text) => / 2027$/.test(text)).length).toBeGreaterThanOrEqual(12)
    expect(texts.filter((text) => /^\d+\/10$/.test(text))).toHaveLength(50)
    expect(texts.filter((text) => /gaps?$/.test(text))).toEqual(['10 gaps'])
    expect(titles(svg)).toEqual(
      expect.arrayContaining([
        'Tuesday 2 March 2027 at 09:30: 8 of 10 slots taken',
        'Tuesday 3 August 2027: it is a closed date',
        'Friday 26 March 2027: it is a bank holiday (Good Friday)',
      ]),
    )
    for (const title of titles(svg)) expect(described(svg)).toContain(title)
  })

  it('is well-formed and described, and every box, hatched day and gap has words inside the picture, whatever is planned', () => {
    fc.assert(
      fc.property(anyYear({ ...SMALL, teams: 3, cases: 12 }), (input) => {
        const svg = wall(input)
        const [width, height] = [Number(svg.attributes['width']), Number(svg.attributes['height'])]
        for (const { attributes } of named(svg, 'rect').slice(1)) {
          const at = (name: string): number => Number(attributes[name] ?? 0)
          expect(at('x') + at('width')).toBeLessThanOrEqual(width)
          expect(at('y') + at('height')).toBeLessThanOrEqual(height)
        }
        const { sessions } = planOf(input)
        expect(titles(svg).filter((title) => title.endsWith('slots taken'))).toHaveLength(sessions.length)
        for (const title of titles(svg)) expect(described(svg)).toContain(title)
      }),
      { numRuns: 30, seed: SEED },
    )
  })

  it('puts two sessions of one day one below the other', () => {
    const [pattern] = weeklyTeam('north-1', 4).pattern
    const svg = wall(year(weeklyTeam('north-1', 4, { pattern: [pattern!, { ...pattern!, at: '14:00' }] }), 1))
    const boxes = named(svg, 'g').map((box) => named(box, 'rect')[0]?.attributes)
    const places = boxes.map((at) => `${at?.['x'] ?? ''},${at?.['y'] ?? ''}`)
    expect(new Set(places).size).toBe(8)
  })

  it('takes hostile names as text', () => {
    const id = '</title><script>alert("1")</script> & \' " ]]> \u0000 \uD800'
    const svg = wall(year(weeklyTeam(id, 1), 1))
    expect(allOf(svg).map((one) => one.text)).toContain('</title><script>alert("1")</script> & \' " ]]> \uFFFD \uFFFD')
  })

  it('of no team says so', () => {
    expect(described(wall({ from: day('2027-01-01'), months: 1, teams: [], existing: [] }))).toBe('There is no team.')
  })
})
