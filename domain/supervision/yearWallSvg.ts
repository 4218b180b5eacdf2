import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { element, label, picture, type Markup } from '../picture/svg'
import { govukDate, govukMonth, weekday } from '../timeline/govukDate'
import { byText } from './byText'
import { notHeldOn } from './diary'
import { monthName } from './monthName'
import { gapWords, notHeldWords } from './reasonWords'
import type { Session } from './session'
import type { Team, YearInput } from './yearInput'
import type { Gap, YearPlan } from './yearPlan'

const INK = '#0b0c0c'
const LEFT = 118
const DAY = 30
const DAYS = 31
const GAPS = 96
const TOP = 96
const BOX = 26
/** Between the rows of two months. */
const BETWEEN = 6
const HEADING = 44

/**
 * The year of each team on a wall: a row for each month, a column for each day, every session a box that fills with its load. Days without sessions
 * (bank holidays, closed dates) are hatched, gaps stand at the end of their row. Everything has its own words, differs by its form and not by colour
 * alone, and the whole is described in words.
 */
export function yearWallSvg(input: YearInput, plan: YearPlan, calendar: WorkingCalendar): string {
  const teams = [...input.teams].sort((a, b) => byText(a.id, b.id)).map((team) => wallOf(team, input, plan, calendar))
  const last = input.from.withDayOfMonth(1).plusMonths(input.months - 1)
  const title = `Group case supervision, ${govukMonth(input.from)}${input.months === 1 ? '' : ` to ${govukMonth(last)}`}`
  let y = TOP
  const drawn = teams.flatMap((wall) => {
    const marks = drawWall(wall, y)
    y += heightOf(wall)
    return marks
  })
  return picture(
    {
      id: 'year-wall',
      width: LEFT + DAYS * DAY + GAPS + 12,
      height: y + 12,
      title,
      description: teams.length === 0 ? 'There is no team.' : teams.flatMap(wallWords).join(' '),
    },
    hatch,
    label(title, { x: 12, y: 26, 'font-size': 16, 'font-weight': 'bold' }),
    ...legend(52),
    ...drawn,
  )
}

interface Row {
  readonly month: LocalDate
  readonly sessions: readonly Session[]
  readonly gaps: readonly Gap[]
  readonly off: readonly { readonly day: LocalDate; readonly words: string }[]
  /** Sessions of one day stand one below the other. */
  readonly deep: number
}

interface Wall {
  readonly team: string
  readonly rows: readonly Row[]
}

function wallOf(
  team: Team,
  { from, months }: YearInput,
  { sessions, gaps }: YearPlan,
  calendar: WorkingCalendar,
): Wall {
  const rows = Array.from({ length: months }, (_, index): Row => {
    const month = from.withDayOfMonth(1).plusMonths(index)
    const name = monthName(month)
    const its = sessions.filter((one) => one.team === team.id && monthName(one.on) === name)
    const days = Array.from({ length: month.lengthOfMonth() }, (_, ahead) => month.plusDays(ahead))
    return {
      month,
      sessions: its,
      gaps: gaps.filter((gap) => gap.team === team.id && gap.month === name),
      off: days.flatMap((day) => {
        const because = notHeldOn(day, team, calendar)
        return because === undefined
          ? []
          : [{ day, words: `${weekday(day)} ${govukDate(day)}: ${notHeldWords(because)}` }]
      }),
      deep: Math.max(1, ...its.map(({ on }) => its.filter((other) => other.on.equals(on)).length)),
    }
  })
  return { team: team.id, rows }
}

const rowHeight = ({ deep }: Row): number => deep * BOX + BETWEEN
const heightOf = ({ rows }: Wall): number => HEADING + rows.reduce((sum, row) => sum + rowHeight(row), 0) + 16
const xOf = (day: LocalDate): number => LEFT + (day.dayOfMonth() - 1) * DAY

function drawWall({ team, rows }: Wall, top: number): readonly Markup[] {
  let y = top + HEADING
  return [
    label(team, { x: 12, y: top + 18, 'font-size': 14, 'font-weight': 'bold' }),
    ...Array.from({ length: DAYS }, (_, index) =>
      label(String(index + 1), { x: LEFT + index * DAY + DAY / 2, y: top + 38, anchor: 'middle', 'font-size': 10 }),
    ),
    ...rows.flatMap((row) => {
      const marks = drawRow(row, y)
      y += rowHeight(row)
      return marks
    }),
  ]
}

function drawRow(row: Row, y: number): readonly Markup[] {
  const height = rowHeight(row) - BETWEEN
  const width = row.month.lengthOfMonth() * DAY
  const seen = new Map<string, number>()
  return [
    label(govukMonth(row.month), { x: 12, y: y + 17 }),
    element('rect', { x: LEFT, y, width, height, fill: '#f3f2f1' }),
    ...row.off.map(({ day, words }) =>
      element('rect', { x: xOf(day), y, width: DAY, height, fill: 'url(#year-wall-off)' }, element('title', {}, words)),
    ),
    ...row.sessions.flatMap((session) => {
      const below = seen.get(session.on.toString()) ?? 0
      seen.set(session.on.toString(), below + 1)
      return drawSession(session, y + below * BOX)
    }),
    ...drawGaps(row, y),
  ]
}

function drawSession(session: Session, y: number): readonly Markup[] {
  const { on, capacity, cases } = session
  const [x, width, height] = [xOf(on) + 1, DAY - 2, BOX - 2]
  const full = capacity === 0 ? 0 : Math.min(1, cases.length / capacity) * height
  return [
    element(
      'g',
      {},
      element('title', {}, sessionWords(session)),
      element('rect', { x, y, width, height, fill: '#ffffff', stroke: INK }),
      element('rect', {
        x,
        y: y + height - full,
        width,
        height: full,
        fill: '#8eb8dc',
        stroke: INK,
        'stroke-width': 0.5,
      }),
      label(`${String(cases.length)}/${String(capacity)}`, {
        x: x + width / 2,
        y: y + 16,
        anchor: 'middle',
        'font-size': 10,
      }),
    ),
  ]
}

/** White on red, with a number and words: it is not only the colour that says so. */
function drawGaps({ gaps }: Row, y: number): readonly Markup[] {
  if (gaps.length === 0) return []
  const x = LEFT + DAYS * DAY + 6
  return [
    element(
      'g',
      {},
      element('title', {}, gaps.map(gapLine).join(' ')),
      element('rect', { x, y, width: GAPS - 12, height: BOX - 2, fill: '#d4351c', stroke: INK, 'stroke-width': 2 }),
      label(gapCount(gaps.length), {
        x: x + (GAPS - 12) / 2,
        y: y + 16,
        anchor: 'middle',
        fill: '#ffffff',
        'font-weight': 'bold',
      }),
    ),
  ]
}

const gapCount = (count: number): string => `${String(count)} ${count === 1 ? 'gap' : 'gaps'}`
const gapLine = ({ case: ref, why }: Gap): string => `${ref}: ${gapWords(why)}`
const sessionWords = ({ on, at, capacity, cases }: Session): string =>
  `${weekday(on)} ${govukDate(on)} at ${at}: ${String(cases.length)} of ${String(capacity)} slots taken`

/** Every box, hatched day and gap as a sentence. */
const wallWords = ({ team, rows }: Wall): readonly string[] =>
  rows.flatMap(({ month, sessions, gaps, off }) => [
    `${team}, ${govukMonth(month)}: ${sessions.length === 0 ? 'no session' : ''}${sessions.map(sessionWords).join('; ')}.`,
    ...off.map(({ words }) => `${words}.`),
    ...(gaps.length === 0 ? [] : [`${gapCount(gaps.length)}. ${gaps.map(gapLine).join(' ')}`]),
  ])

const hatch = element(
  'defs',
  {},
  element(
    'pattern',
    { id: 'year-wall-off', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    element('rect', { width: 6, height: 6, fill: '#ffffff' }),
    element('path', { d: 'M0 6 L6 0 M-1 1 L1 -1 M5 7 L7 5', stroke: INK, 'stroke-width': 1 }),
  ),
)

const legend = (y: number): readonly Markup[] => [
  element('rect', { x: 12, y, width: 28, height: 20, fill: '#8eb8dc', stroke: INK }),
  label('8/10: slots taken of a session', { x: 48, y: y + 14 }),
  element('rect', { x: 270, y, width: 28, height: 20, fill: 'url(#year-wall-off)', stroke: INK }),
  label('bank holiday or closed date', { x: 306, y: y + 14 }),
  element('rect', { x: 520, y, width: 28, height: 20, fill: '#d4351c', stroke: INK, 'stroke-width': 2 }),
  label('cases without a slot that month', { x: 556, y: y + 14 }),
]
