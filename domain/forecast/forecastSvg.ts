import type { LocalDate } from '@js-joda/core'
import { element, label, picture, type Markup } from '../picture/svg'
import { govukDate } from '../timeline/govukDate'
import type { TeamFigures, WeekFigures } from './forecastFigures'
import { KIND_TITLES, type ForecastKind } from './forecastKind'
import { PANELS, pieceWords, teamWords, type PanelName } from './forecastWords'
import { INK, patternFor, patterns } from './patterns'

const PITCH = 19
const BAR = 15
const LEFT = 52
/** The name of the last week stands beyond its bar. */
const RIGHT = 54
const PANEL = 150
const HEADING = 26
const AXIS = 44
const LEGEND = 30
const TOP = 62
/** What the title and the sentence under it take. */
const LEAST_WIDTH = 840

export interface Charted {
  readonly today: LocalDate
  /** A chart each, one under the other. */
  readonly teams: readonly TeamFigures[]
}

/**
 * The forecast as stacked bars, a bar for each week and one for what is late: conferences to hold above, everything else below. Kinds are told apart
 * by their pattern, never by colour alone; each bar has its number above it, each piece its own words, and the whole is described in words.
 */
export function forecastSvg({ today, teams }: Charted): string {
  const bars = Math.max(1, ...teams.map(({ weeks }) => weeks.length + 1))
  const width = Math.max(LEAST_WIDTH, LEFT + bars * PITCH + RIGHT)
  const teamHeight = HEADING + 2 * (HEADING + LEGEND + PANEL + AXIS)
  const title = `Conferences and everything else expected per week, from ${govukDate(today)}`
  return picture(
    {
      id: 'forecast',
      width,
      height: TOP + Math.max(1, teams.length) * teamHeight,
      title,
      description:
        teams.length === 0
          ? 'Nothing is late and nothing is expected.'
          : `If every meeting is held on its day. ${teams.flatMap(teamWords).join(' ')}`,
    },
    patterns('forecast'),
    label(title, { x: LEFT, y: 24, 'font-size': 16, 'font-weight': 'bold' }),
    label(
      teams.length === 0
        ? 'Nothing is late and nothing is expected.'
        : 'If every meeting is held and every visit made on its day, and plans continue. What is late today has a bar of its own.',
      { x: LEFT, y: 44 },
    ),
    ...teams.flatMap((team, index) => teamChart(team, TOP + index * teamHeight)),
  )
}

function teamChart(figures: TeamFigures, y: number): readonly Markup[] {
  const below = y + HEADING
  return [
    label(figures.team, { x: LEFT, y: y + 16, 'font-size': 14, 'font-weight': 'bold' }),
    panel('conferences', figures, below),
    panel('rest', figures, below + HEADING + LEGEND + PANEL + AXIS),
  ]
}

function panel(which: PanelName, { late, weeks }: TeamFigures, y: number): Markup {
  const { title, kinds, of } = PANELS[which]
  const bars = [late, ...weeks]
  const total = (one: WeekFigures): number => kinds.reduce((sum, kind) => sum + one[of][kind], 0)
  const { top, step } = scale(Math.max(1, ...bars.map(total)))
  const base = y + HEADING + LEGEND + PANEL
  const heightOf = (count: number): number => (count / top) * (PANEL - 14)
  const width = bars.length * PITCH
  const ticks = Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step)
  return element(
    'g',
    {},
    label(title, { x: LEFT, y: y + 14, 'font-weight': 'bold' }),
    ...legend(kinds, y + HEADING),
    ...ticks.flatMap((tick) => [
      element('line', {
        x1: LEFT,
        x2: LEFT + width,
        y1: base - heightOf(tick),
        y2: base - heightOf(tick),
        stroke: '#cccccc',
      }),
      label(String(tick), { x: LEFT - 6, y: base - heightOf(tick) + 4, anchor: 'end', 'font-size': 10 }),
    ]),
    ...bars.flatMap((one, index) => {
      const x = LEFT + index * PITCH + (PITCH - BAR) / 2
      return [...stack(one, { kinds, of, x, base, heightOf }), ...sum(total(one), x, base - heightOf(total(one)))]
    }),
    element('line', { x1: LEFT, x2: LEFT + width, y1: base, y2: base, stroke: INK }),
    ...bars.flatMap((one, index) => weekLabel(one, index, base)),
  )
}

interface Stack {
  readonly kinds: readonly ForecastKind[]
  readonly of: 'together' | 'kinds'
  readonly x: number
  readonly base: number
  readonly heightOf: (count: number) => number
}

function stack(one: WeekFigures, { kinds, of, x, base, heightOf }: Stack): readonly Markup[] {
  let below = base
  return kinds.flatMap((kind) => {
    const count = one[of][kind]
    if (count === 0) return []
    const height = heightOf(count)
    below -= height
    return [
      element(
        'rect',
        { x, y: below, width: BAR, height, fill: patternFor('forecast', kind), stroke: INK, 'stroke-width': 0.75 },
        element('title', {}, pieceWords(kind, count, one)),
      ),
    ]
  })
}

const sum = (total: number, x: number, y: number): readonly Markup[] =>
  total === 0
    ? []
    : [label(String(total), { x: x + BAR / 2, y: y - 3, anchor: 'middle', 'font-size': total > 999 ? 7 : 9 })]

/** Every fourth week, and what is late. */
function weekLabel({ week }: WeekFigures, index: number, base: number): readonly Markup[] {
  const x = LEFT + index * PITCH + PITCH / 2
  if (week === null) return [label('Late', { x, y: base + 14, anchor: 'middle', 'font-size': 10 })]
  if ((index - 1) % 4 !== 0) return []
  return [
    element('line', { x1: x, x2: x, y1: base, y2: base + 4, stroke: INK }),
    label(week.name, { x: x - 4, y: base + 14, 'font-size': 10 }),
    label(week.monday.toString(), { x: x - 4, y: base + 26, 'font-size': 9, fill: '#505a5f' }),
  ]
}

const legend = (kinds: readonly ForecastKind[], y: number): readonly Markup[] =>
  kinds.flatMap((kind, index) => {
    const x = LEFT + index * 110
    return [
      element('rect', { x, y, width: 14, height: 14, fill: patternFor('forecast', kind), stroke: INK }),
      label(KIND_TITLES[kind], { x: x + 20, y: y + 11 }),
    ]
  })

/** A round number at or above the largest bar, and the distance of the lines: at most five of them. */
function scale(most: number): { readonly top: number; readonly step: number } {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most / 5)))
  const step = [1, 2, 5, 10].map((times) => times * size).find((candidate) => most / candidate <= 5) ?? most
  return { top: Math.ceil(most / step) * step, step }
}
