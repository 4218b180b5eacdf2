import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { SkippedSession } from '../../../domain/supervision/diary'
import { monthName } from '../../../domain/supervision/monthName'
import { notHeldWords } from '../../../domain/supervision/reasonWords'
import { govukDate, govukMonth, weekday } from '../../../domain/timeline/govukDate'
import { closedPlaces } from '../app/closedPlaces'
import type { DiaryLine } from '../../queries/supervision/diary'

/** A session on the wall, or a day of the pattern without one. */
export interface WallCell {
  /** Empty: nothing to open. */
  readonly href: string
  /** `Tue 7`, and what a listener hears after it: ` April 2026, 09:30`. */
  readonly day: string
  readonly rest: string
  /** `9 of 10 cases`, `Closed`. */
  readonly words: string
  /** One of eleven classes, by how full it is; empty where it is not held. */
  readonly fill: string
  /** Class of its state. */
  readonly look: string
}

export interface WallRow {
  readonly month: string
  /** As many as the wall has columns; null where the month has no more. */
  readonly cells: readonly (WallCell | null)[]
  /** `2 without a place`, empty for none. */
  readonly gaps: string
}

export interface Wall {
  readonly columns: readonly string[]
  readonly rows: readonly WallRow[]
}

interface OnWall {
  readonly sessions: readonly DiaryLine[]
  readonly skipped: readonly SkippedSession[]
  readonly gaps: readonly { readonly month: string }[]
  readonly today: LocalDate
}

const MONTHS = 12
const COLUMNS = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th', '9th', '10th']

/** Twelve months from this one on, a row each: its sessions in their order, days off among them, and how many cases have no place. */
export function yearWall({ sessions, skipped, gaps, today }: OnWall): Wall {
  const rows = Array.from({ length: MONTHS }, (_, index) => {
    const month = today.withDayOfMonth(1).plusMonths(index)
    const name = monthName(month)
    const held = sessions.map((one) => ({ on: isoDay(one.on), at: one.at, cell: sessionCell(one) }))
    const off = skipped
      .filter(
        ({ on, at }) => !sessions.some((one) => one.on === on.toString() && one.at === at && one.state !== 'cancelled'),
      )
      .map((one) => ({ on: one.on, at: one.at, cell: offCell(one) }))
    const cells = [...held, ...off]
      .filter(({ on }) => monthName(on) === name)
      .sort((a, b) => a.on.compareTo(b.on) || a.at.localeCompare(b.at))
      .map(({ cell }) => cell)
    return { month: govukMonth(month), cells, gaps: gapWords(gaps.filter((gap) => gap.month === name).length) }
  })
  const wide = Math.max(1, ...rows.map(({ cells }) => cells.length))
  return {
    columns: Array.from({ length: wide }, (_, index) => COLUMNS[index] ?? `${String(index + 1)}th`),
    rows: rows.map((row) => ({ ...row, cells: Array.from({ length: wide }, (_, index) => row.cells[index] ?? null) })),
  }
}

const gapWords = (count: number): string => (count === 0 ? '' : `${String(count)} without a place`)

const dayOf = (on: LocalDate): string => `${weekday(on).slice(0, 3)} ${String(on.dayOfMonth())}`
const restOf = (on: LocalDate, at: string): string => ` ${govukMonth(on)}, ${at}`

const LOOKS = {
  planned: '',
  held: 'cc-wall__box--held',
  cancelled: 'cc-wall__box--off',
  'not-held': 'cc-wall__box--off',
} as const

/** How full a session is; where a case takes a place that the reader may not open, that too, for the list has it not. */
const fullness = ({ placed, capacity, closed = 0 }: DiaryLine): string =>
  closed === 0
    ? `${String(placed)} of ${String(capacity)} cases`
    : `${String(placed)} of ${String(capacity)} places, ${String(closed)} closed to you`

function sessionCell(one: DiaryLine): WallCell {
  const { id, on, at, state, placed, capacity } = one
  const day = isoDay(on)
  const tenths = capacity === 0 ? 0 : Math.min(10, Math.round((placed / capacity) * 10))
  return {
    ...{ href: `/supervision/sessions/${id}`, day: dayOf(day), rest: restOf(day, at), look: LOOKS[state] },
    words: state === 'planned' ? fullness(one) : STATES[state],
    fill: state === 'planned' ? `cc-fill--${String(tenths)}` : '',
  }
}

const STATES = { planned: 'Planned', held: 'Held', cancelled: 'Cancelled', 'not-held': 'Not held' } as const

/** How the state of a session is written. */
export const stateWords = (state: DiaryLine['state']): string => STATES[state]

const offCell = ({ on, at, because }: SkippedSession): WallCell => ({
  ...{ href: '', day: dayOf(on), rest: restOf(on, at), look: 'cc-wall__box--off', fill: '' },
  words: because.why === 'bank-holiday' ? because.title : 'Closed',
})

/** A line of the table beneath the wall. */
export interface SessionLine {
  readonly href: string
  readonly when: string
  /** As many as its list has. */
  readonly cases: string
  /** That more places are taken; empty where they are not. */
  readonly closed: string
  readonly unanswered: string
  readonly declined: string
  readonly state: string
  /** It can still be moved, cancelled, made longer. */
  readonly changes: readonly { readonly text: string; readonly href: string }[]
}

export const sessionLine = (one: DiaryLine, today: LocalDate): SessionLine => {
  const on = isoDay(one.on)
  const href = `/supervision/sessions/${one.id}`
  const ahead = one.state === 'planned' && !on.isBefore(today)
  return {
    ...{
      href,
      when: `${weekday(on)} ${govukDate(on)}, ${one.at}`,
      cases: `${String(one.placed - (one.closed ?? 0))} of ${String(one.capacity)}`,
      closed: closedPlaces(one.closed ?? 0),
    },
    ...{ unanswered: ahead ? String(one.unanswered) : '–', declined: ahead ? String(one.declined) : '–' },
    state: one.why === null ? STATES[one.state] : `${STATES[one.state]}: ${one.why}`,
    changes: ahead ? CHANGES.map(({ text, path }) => ({ text, href: `${href}/${path}` })) : [],
  }
}

const CHANGES = [
  { text: 'Move', path: 'move' },
  { text: 'Cancel', path: 'cancel' },
  { text: 'Make longer or shorter', path: 'longer' },
]

/** `Tuesday 22 December 2026: it is a bank holiday (…)`. */
export const offLine = ({ on, because }: SkippedSession): string =>
  `${weekday(on)} ${govukDate(on)}: ${notHeldWords(because)}`
