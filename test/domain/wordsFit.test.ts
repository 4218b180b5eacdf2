import { forecaster } from '../../domain/forecast/forecastCase'
import { forecastFigures } from '../../domain/forecast/forecastFigures'
import { forecastSvg } from '../../domain/forecast/forecastSvg'
import { weeksFrom } from '../../domain/forecast/week'
import { longView } from '../../domain/longview/longView'
import { longViewSvg } from '../../domain/longview/longViewSvg'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../domain/policy/policySchedule'
import { calendar, day, event, facts, planOn } from './facts'
import { named, svgOf, type XmlElement } from './svgOf'

const policy = always(englandFamilySafeguarding1)
/** Of a font every machine has, what words and figures come to at most, for each character and each pixel of its size. */
const WIDTH = 0.55

/** The words of a picture that begin before its left edge or end beyond its right one. */
function cutOff(picture: XmlElement): readonly string[] {
  const width = Number(picture.attributes['width'])
  return named(picture, 'text').flatMap(({ text, attributes }) => {
    const long = text.length * Number(attributes['font-size'] ?? 12) * WIDTH
    const anchor = attributes['text-anchor']
    const from = Number(attributes['x']) - (anchor === 'middle' ? long / 2 : anchor === 'end' ? long : 0)
    return from < 0 || from + long > width ? [text] : []
  })
}

const forecastOf = (weeks: number): XmlElement => {
  const today = day('2026-11-20')
  const spans = weeksFrom(today, weeks)
  const until = spans.at(-1)!.monday.plusDays(6)
  const { lines } = forecaster({ policy, calendar, today, until })(facts(planOn('2026-09-01')), 'North 1')
  return svgOf(forecastSvg({ today, teams: forecastFigures(lines, spans) }))
}

describe('no words of a picture are cut off', () => {
  it.each([1, 50, 51, 52, 53])('in a forecast of %i weeks, whose last label may stand at its edge', (weeks) => {
    expect(cutOff(forecastOf(weeks))).toEqual([])
  })

  it.each([
    { today: '2026-09-02', because: 'today at the left end: all lies ahead', events: planOn('2026-09-01') },
    {
      today: '2026-11-20',
      because: 'today at the right end: nothing lies ahead',
      events: [
        event('referral-received', '2026-01-05', { source: '2A' }),
        event('case-closed', '2026-02-02', { reason: 'RC7' }),
      ],
    },
  ])('in a long view with $because', ({ today, events }) => {
    expect(cutOff(svgOf(longViewSvg(longView(facts(events), policy, calendar, day(today)))))).toEqual([])
  })

  it('and words that are would be found', () => {
    expect(cutOff(svgOf('<svg width="60"><text x="5">in it</text><text x="20">out of it</text></svg>'))).toEqual([
      'out of it',
    ])
  })
})
