import { element, label, picture, type Markup } from '../picture/svg'
import { shareWords } from './cohortWords'
import { MEASURE, MEASURES, type MeasureName } from './measures'
import { mean } from './pooledT'
import type { ShownCohort } from './shown'

const LEFT = 24
const BAR_LEFT = 150
const BAR_WIDTH = 420
const BAR = 16
const PITCH = 22
const HEADING = 24
const TOP = 70
const WIDTH = 800
const SCALE = 30
const INK = '#0b0c0c'

/** Shades that differ when printed black and white; more cohorts begin again, and each bar has its name beside it. */
const SHADES = ['#0b0c0c', '#5694ca', '#ffffff', '#b1b4b6']

const TITLE = 'Cohort follow-up'
const UNDER = 'Each bar is a share of the children asked about, of 100 %, with its count and its denominator.'

/** The figures as bars, a group for each, a bar for each cohort with numerator and denominator beside it; what is hidden has no bar. The whole is described in words. */
export function cohortSvg(cohorts: readonly ShownCohort[]): string {
  const group = HEADING + cohorts.length * PITCH + 10
  return picture(
    {
      id: 'cohort',
      width: WIDTH,
      height: TOP + MEASURES.length * group + SCALE,
      title: `${TITLE}: ${cohorts.map(({ cohort }) => cohort).join(', ')}`,
      description: [UNDER, ...MEASURES.map((name) => measureWords(name, cohorts))].join(' '),
    },
    label(TITLE, { x: LEFT, y: 26, 'font-size': 16, 'font-weight': 'bold' }),
    label(UNDER, { x: LEFT, y: 46 }),
    ...MEASURES.flatMap((name, index) => bars(name, cohorts, TOP + index * group)),
    ...scale(TOP + MEASURES.length * group),
  )
}

/** `CPP by 3 months, all: 2017 86/193 (44.6 %), 2019 47/201 (23.4 %).` */
const measureWords = (name: MeasureName, cohorts: readonly ShownCohort[]): string =>
  `${MEASURE[name].title}: ${cohorts.map(({ cohort, shares }) => `${cohort} ${shareWords(shares[name])}`).join(', ')}.`

const bars = (name: MeasureName, cohorts: readonly ShownCohort[], y: number): readonly Markup[] => [
  label(MEASURE[name].title, { x: LEFT, y: y + 12, 'font-weight': 'bold' }),
  ...cohorts.flatMap((cohort, index) => bar(name, cohort, { index, y: y + HEADING + index * PITCH })),
]

function bar(name: MeasureName, { cohort, shares }: ShownCohort, { index, y }: { index: number; y: number }): Markup[] {
  const share = shares[name]
  const part = share.hidden !== null || share.of === 0 ? null : mean(share)
  const width = (part ?? 0) * BAR_WIDTH
  const words = shareWords(share)
  return [
    label(shortened(cohort), { x: BAR_LEFT - 8, y: y + 12, anchor: 'end' }),
    ...(part === null
      ? []
      : [
          element(
            'rect',
            { x: BAR_LEFT, y, width, height: BAR, fill: shade(index), stroke: INK, 'stroke-width': 0.75 },
            element('title', {}, `${MEASURE[name].title}, ${cohort}: ${words}`),
          ),
        ]),
    label(words, { x: BAR_LEFT + width + 8, y: y + 12 }),
  ]
}

const MOST_LETTERS = 18

const shortened = (cohort: string): string =>
  cohort.length > MOST_LETTERS ? `${cohort.slice(0, MOST_LETTERS - 1)}…` : cohort

const shade = (index: number): string => SHADES[index % SHADES.length] ?? INK

const scale = (y: number): readonly Markup[] => [
  element('line', { x1: BAR_LEFT, x2: BAR_LEFT + BAR_WIDTH, y1: y, y2: y, stroke: INK }),
  ...[0, 25, 50, 75, 100].flatMap((tick) => {
    const x = BAR_LEFT + (tick / 100) * BAR_WIDTH
    return [
      element('line', { x1: x, x2: x, y1: y, y2: y + 4, stroke: INK }),
      label(`${String(tick)} %`, { x, y: y + 18, anchor: 'middle', 'font-size': 10 }),
    ]
  }),
]
