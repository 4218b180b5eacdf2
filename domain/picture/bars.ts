import type { LocalDate } from '@js-joda/core'
import { element, label, picture, type Markup } from './svg'

/** What a bar's number opens: the list of a figure, of the whole period or of these days; or what a person holds. */
export type BarList =
  | { readonly of: 'figure'; readonly id: string; readonly days: Days | null }
  | { readonly of: 'person'; readonly id: string }

/** Both included. */
export interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

export interface Bar {
  readonly label: string
  /** How long it is; null: no bar, for there is nothing to be a share of. */
  readonly value: number | null
  /** The figure as it is written, beside the bar and in the table. */
  readonly shown: string
  readonly list: BarList | null
}

/** A picture of figures and their table: both are made of the same bars. */
export interface BarChart {
  readonly id: string
  readonly title: string
  readonly words: string
  /** Over the table: what the bars are of, and what is counted. */
  readonly head: readonly [string, string]
  readonly bars: readonly Bar[]
  /** What fills the whole width: 1 of a share. */
  readonly full: number
  /** A line across all bars, and what it says; null for none. */
  readonly line: { readonly at: number; readonly words: string } | null
}

const INK = '#0b0c0c'
/** As wide as the smallest screen leaves, so that nobody has to scroll. */
const WIDTH = 280
const ROW = 38
const BAR = 12
const TOP = 4
const LINE_WORDS = 18
const MOST_LETTERS = 44

/** Bars with their names and figures written above them, so that neither colour nor length alone says anything. */
export function barsSvg({ id, title, words, bars, full, line }: BarChart): string {
  const bottom = TOP + bars.length * ROW
  const xOf = (value: number): number => (full === 0 ? 0 : (Math.min(value, full) / full) * (WIDTH - 2)) + 1
  return picture(
    {
      ...{ id, width: WIDTH, height: bottom + (line === null ? 2 : LINE_WORDS), title },
      description: [
        words,
        ...bars.map((one) => `${one.label}: ${one.shown}.`),
        ...(line === null ? [] : [line.words]),
      ].join(' '),
    },
    ...bars.flatMap((one, index) => drawBar(one, TOP + index * ROW, xOf)),
    ...(line === null ? [] : lineAcross({ x: xOf(line.at), bottom, words: line.words, rows: bars.length })),
  )
}

const drawBar = ({ label: name, value, shown }: Bar, y: number, xOf: (value: number) => number): readonly Markup[] => [
  label(shortened(name, MOST_LETTERS - shown.length), { x: 0, y: y + 13 }),
  label(shown, { x: WIDTH, y: y + 13, anchor: 'end', 'font-weight': 'bold' }),
  element('rect', { x: 1, y: y + 18, width: WIDTH - 2, height: BAR, fill: '#ffffff', stroke: '#b1b4b6' }),
  ...(value === null
    ? []
    : [
        element(
          'rect',
          { class: 'cc-bar', x: 1, y: y + 18, width: xOf(value) - 1, height: BAR, fill: '#1d3d5c' },
          element('title', {}, `${name}: ${shown}`),
        ),
      ]),
]

interface Line {
  readonly x: number
  readonly bottom: number
  readonly words: string
  readonly rows: number
}

/** Across every bar and between them, but never through a word: white beside it, so that it is seen on a bar as well as beside one. */
const lineAcross = ({ x, bottom, words, rows }: Line): readonly Markup[] => [
  ...Array.from({ length: rows }, (_, index) => TOP + index * ROW + 16).flatMap((y1) => [
    element('line', { x1: x, x2: x, y1, y2: y1 + BAR + 4, stroke: '#ffffff', 'stroke-width': 4 }),
    element('line', {
      x1: x,
      x2: x,
      y1,
      y2: y1 + BAR + 4,
      stroke: INK,
      'stroke-width': 1.5,
      'stroke-dasharray': '4 2',
    }),
  ]),
  label(words, { x: Math.min(x, WIDTH), y: bottom + 13, anchor: x > WIDTH / 2 ? 'end' : 'start' }),
]

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
