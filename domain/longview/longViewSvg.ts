import { LocalDate } from '@js-joda/core'
import { element, label, picture, type Markup } from '../picture/svg'
import { govukDate, shortMonth } from '../timeline/govukDate'
import type { Gap } from './gaps'
import type { Lane, LongView } from './longView'
import { gapWords, heldWords, laneWords, longViewText, PLAN_WORDS, planWords, toDoWords } from './longViewText'
import { packed } from './packed'

const INK = '#0b0c0c'
const GREY = '#505a5f'
const LEFT = 118
const RIGHT = 50
const CHART = 900
const TOP = 88
const ROW = 18
const GAP_ROW = 9
const BETWEEN = 14
const HALF_TODAY = 92

/** Where a day stands; a day has a middle and two edges. */
interface Scale {
  readonly xOf: (day: LocalDate) => number
  readonly dayWidth: number
}

/**
 * The long view as a picture: a lane for each child with the plans, the meetings held, what is due, and below them the gaps. Every bar and mark has its own
 * words, differs by its form and not by colour alone, and the whole is described in words.
 */
export function longViewSvg(view: LongView): string {
  const { from, to, today, lanes, ref } = view
  const days = to.toEpochDay() - from.toEpochDay() + 1
  const dayWidth = CHART / days
  const scale: Scale = { dayWidth, xOf: (day) => LEFT + (day.toEpochDay() - from.toEpochDay()) * dayWidth }
  const drawn = lanes.reduce<{ readonly y: number; readonly marks: readonly Markup[] }>(
    ({ y, marks }, lane) => {
      const one = drawLane(lane, y, view, scale)
      return { y: y + one.height + BETWEEN, marks: [...marks, ...one.marks] }
    },
    { y: TOP, marks: [] },
  )
  const bottom = drawn.y
  const x = scale.xOf(today) + dayWidth / 2
  return picture(
    {
      id: 'long-view',
      width: LEFT + CHART + RIGHT,
      height: bottom + 34,
      title: `Case ${ref} over time`,
      description: longViewText(view).join(' '),
    },
    patterns,
    label(`Case ${ref} over time`, { x: 12, y: 24, 'font-size': 16, 'font-weight': 'bold' }),
    ...legend(44),
    ...axis(from, to, { scale, bottom }),
    ...drawn.marks,
    ...(today.isBefore(from) || today.isAfter(to)
      ? []
      : [
          element('line', { x1: x, x2: x, y1: TOP - 10, y2: bottom, stroke: INK, 'stroke-width': 1.5 }),
          label(`Today, ${govukDate(today)}`, {
            // Whole where today is at an end of the chart: half of its words are about this wide.
            x: Math.min(Math.max(x, HALF_TODAY), LEFT + CHART + RIGHT - HALF_TODAY),
            y: bottom + 28,
            anchor: 'middle',
            'font-weight': 'bold',
          }),
        ]),
  )
}

function drawLane(
  lane: Lane,
  y: number,
  { today, from: first, to: last }: LongView,
  { xOf, dayWidth }: Scale,
): { readonly height: number; readonly marks: readonly Markup[] } {
  // Only what of it lies in the picture: a view of some days holds what reaches into them from before.
  const bar = (from: LocalDate, to: LocalDate | null) => {
    const start = from.isBefore(first) ? first : from
    const end = (to ?? today).isAfter(last) ? last : (to ?? today)
    return { x: xOf(start), width: Math.max(1.5, xOf(end) + dayWidth - xOf(start)) }
  }
  const planRows = packed(lane.plans, (plan) => ({ from: plan.from, to: plan.to ?? today }))
  const gapRows = packed(lane.gaps, (gap) => ({ from: gap.from, to: gap.to ?? today }))
  const meetings = y + Math.max(1, planRows.length) * ROW
  const gaps = meetings + ROW
  const height = gaps + gapRows.length * GAP_ROW - y + 4
  return {
    height,
    marks: [
      element('line', { x1: 12, x2: LEFT + CHART, y1: y - 6, y2: y - 6, stroke: '#b1b4b6' }),
      element(
        'g',
        {},
        element('title', {}, laneWords(lane)),
        label(lane.name, { x: 12, y: y + 12, 'font-weight': 'bold' }),
      ),
      ...planRows.flatMap((row, index) =>
        row.flatMap((plan) => {
          const at = { ...bar(plan.from, plan.to), y: y + index * ROW }
          const name = plan.plan.toUpperCase()
          return [
            element(
              'rect',
              { ...at, height: ROW - 5, fill: `url(#long-view-${plan.plan})`, stroke: INK },
              element('title', {}, planWords(plan)),
            ),
            ...(at.width > 34
              ? [
                  label(name, {
                    x: at.x + 4,
                    y: at.y + 10,
                    'font-size': 10,
                    fill: plan.plan === 'cpp' ? '#ffffff' : INK,
                  }),
                ]
              : []),
          ]
        }),
      ),
      ...lane.held.map((one) => mark('held', xOf(one.on) + dayWidth / 2, meetings + ROW / 2 - 3, heldWords(one))),
      ...lane.toDo.map((one) =>
        mark(
          one.state === 'late' ? 'late' : 'due',
          xOf(one.bookedFor ?? one.dueOn) + dayWidth / 2,
          meetings + ROW / 2 - 3,
          toDoWords(one),
        ),
      ),
      ...gapRows.flatMap((row, index) =>
        row.map((gap) =>
          element(
            'rect',
            {
              ...bar(gap.from, gap.to),
              y: gaps + index * GAP_ROW,
              height: GAP_ROW - 2,
              fill: FILL_OF[gap.kind],
              stroke: INK,
              'stroke-width': 0.5,
            },
            element('title', {}, gapWords(gap)),
          ),
        ),
      ),
    ],
  }
}

type Mark = 'held' | 'due' | 'late'

/** A filled circle was held, an empty one is due, a cross is late. */
function mark(what: Mark, at: number, y: number, words: string): Markup {
  const x = Math.round(at * 10) / 10
  const title = element('title', {}, words)
  switch (what) {
    case 'held':
      return element('circle', { cx: x, cy: y, r: 4, fill: INK }, title)
    case 'due':
      return element('circle', { cx: x, cy: y, r: 4, fill: '#ffffff', stroke: INK, 'stroke-width': 1.5 }, title)
    case 'late':
      return element(
        'path',
        {
          d: `M${x - 4} ${y - 4} L${x + 4} ${y + 4} M${x - 4} ${y + 4} L${x + 4} ${y - 4}`,
          stroke: '#d4351c',
          'stroke-width': 2.5,
        },
        title,
      )
  }
}

const FILL_OF: Readonly<Record<Gap['kind'], string>> = {
  late: 'url(#long-view-late)',
  stall: 'url(#long-view-stall)',
  silent: 'url(#long-view-silent)',
}

const pattern = (id: string, shade: string, over: string): Markup =>
  element(
    'pattern',
    { id: `long-view-${id}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    element('rect', { width: 6, height: 6, fill: shade }),
    ...(over === '' ? [] : [element('path', { d: over, stroke: INK, 'stroke-width': 1 })]),
  )

const patterns = element(
  'defs',
  {},
  pattern('cpp', '#1d70b8', ''),
  pattern('cin', '#d8e6f3', ''),
  pattern('plo', '#ffffff', 'M0 3 H6'),
  pattern('late', '#f6d7d2', 'M0 6 L6 0 M-1 1 L1 -1 M5 7 L7 5'),
  pattern('stall', '#ffdd00', 'M3 0 V6'),
  pattern('silent', '#ffffff', 'M3 3 h1.4'),
)

function legend(y: number): readonly Markup[] {
  const boxes = [
    ...(['cpp', 'cin', 'plo'] as const).map((plan) => ({ id: plan, words: PLAN_WORDS[plan] })),
    ...[
      { id: 'late', words: 'Something late' },
      { id: 'stall', words: 'Stall found' },
      { id: 'silent', words: 'Nothing recorded' },
    ],
  ]
  const marks = [
    { what: 'held', words: 'Meeting held' },
    { what: 'due', words: 'Due' },
    { what: 'late', words: 'Due and late' },
  ] as const
  return [
    ...boxes.flatMap(({ id, words }, index) => [
      element('rect', {
        x: 12 + index * 162,
        y: y - 9,
        width: 14,
        height: 10,
        fill: `url(#long-view-${id})`,
        stroke: INK,
      }),
      label(words, { x: 32 + index * 162, y, 'font-size': 11 }),
    ]),
    ...marks.flatMap(({ what, words }, index) => [
      mark(what, 19 + index * 162, y + 14, words),
      label(words, { x: 32 + index * 162, y: y + 18, 'font-size': 11 }),
    ]),
  ]
}

/** The first of a month or a year, so far apart that their names can be read. */
function axis(
  from: LocalDate,
  to: LocalDate,
  { scale: { xOf }, bottom }: { readonly scale: Scale; readonly bottom: number },
): readonly Markup[] {
  const months = Math.max(1, (to.toEpochDay() - from.toEpochDay()) / 30)
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((candidate) => months / candidate <= 14) ?? 240
  const marks: Markup[] = []
  let day = LocalDate.of(from.year(), from.monthValue(), 1).plusMonths(1)
  while ((day.year() * 12 + day.monthValue() - 1) % step !== 0) day = day.plusMonths(1)
  for (; !day.isAfter(to); day = day.plusMonths(step)) {
    marks.push(
      element('line', { x1: xOf(day), x2: xOf(day), y1: TOP - 10, y2: bottom, stroke: '#dee0e2' }),
      label(shortMonth(day), { x: xOf(day) + 2, y: bottom + 12, 'font-size': 10, fill: GREY }),
    )
  }
  return marks
}
