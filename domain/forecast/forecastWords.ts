import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../timeline/govukDate'
import type { Forecast } from './forecastCase'
import { lateBooked, type TeamFigures, type WeekFigures } from './forecastFigures'
import { CONFERENCES, counted, FORECAST_KINDS, type ForecastKind } from './forecastKind'
import { weekOf } from './week'

/** What the upper and the lower half of the chart show: meetings to find rooms and chairs for, and all that is done without. */
export const PANELS: Readonly<Record<'conferences' | 'rest', Panel>> = {
  conferences: { title: 'Conferences to hold', kinds: CONFERENCES, of: 'together' },
  rest: {
    title: 'Everything else due, one for each child',
    kinds: FORECAST_KINDS.filter((kind) => !CONFERENCES.includes(kind)),
    of: 'kinds',
  },
}

interface Panel {
  readonly title: string
  readonly kinds: readonly ForecastKind[]
  /** Meetings, or obligations. */
  readonly of: 'together' | 'kinds'
}

export type PanelName = keyof typeof PANELS

/** One bar: `Week 2027-W05, from 1 February 2027: 2 initial conferences and 3 review conferences.` */
export function barWords(panel: PanelName, figures: WeekFigures): string {
  const { kinds, of } = PANELS[panel]
  const parts = kinds.flatMap((kind) => (figures[of][kind] === 0 ? [] : [counted(kind, figures[of][kind])]))
  return `${whenWords(figures)}: ${parts.length === 0 ? 'none' : inWords(parts)}.`
}

/** One piece of a bar. */
export const pieceWords = (kind: ForecastKind, count: number, figures: WeekFigures): string =>
  `${whenWords(figures)}: ${counted(kind, count)}`

const whenWords = ({ week }: WeekFigures): string =>
  week === null ? 'Late today' : `Week ${week.name}, from ${govukDate(week.monday)}`

/** The chart of one team in words: every bar with its number, a line each; a week without anything is not named. */
export function teamWords({ team, late, weeks }: TeamFigures): readonly string[] {
  const bars = [late, ...weeks]
  return (['conferences', 'rest'] as const).flatMap((panel) => {
    const { kinds, of, title } = PANELS[panel]
    const shown = bars.filter((one) => kinds.some((kind) => one[of][kind] > 0))
    const lines = shown.map((one) => barWords(panel, one))
    return [`${team}. ${title}:${lines.length === 0 ? ' none.' : ''}`, ...lines]
  })
}

/** What the figures leave to say: late meetings that are booked ahead need their rooms too. Empty where there are none. */
export function lateBookedWords(lines: readonly Forecast[], today: LocalDate): string {
  const booked = lateBooked(lines, today)
  if (booked.length === 0) return ''
  const byWeek = new Map<string, number>()
  for (const { bookedFor } of booked) {
    const { name } = weekOf(bookedFor ?? today)
    byWeek.set(name, (byWeek.get(name) ?? 0) + 1)
  }
  const weeks = [...byWeek].sort(([a], [b]) => (a < b ? -1 : 1)).map(([week, count]) => `${week} ${String(count)}`)
  return `Of what is late, ${String(booked.length)} ${booked.length === 1 ? 'is' : 'are'} booked ahead and ${booked.length === 1 ? 'needs its room' : 'need their rooms'} then: ${weeks.join(', ')}.`
}

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
