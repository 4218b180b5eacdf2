import type { LocalDate } from '@js-joda/core'
import { lastWorkingDayUpTo } from '../../domain/calendar/workingDays'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { Chance } from './random'

export interface Review {
  /** The last lawful day. */
  readonly due: LocalDate
  /** Null while it has not been held. */
  readonly on: LocalDate | null
  readonly outcome: 'continue' | 'end'
}

interface Reviewing {
  readonly random: Chance
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
  readonly conference: LocalDate
  /** How many reviews there are, of which the last ends the plan; undefined: the plan goes on. */
  readonly endsAt: number | undefined
  /** Whether the latest review whose day has passed was held. */
  readonly latest: 'held' | 'missed'
}

/** The reviews of a plan: three months after its conference, then six after the last held. Of a plan that goes on the last is the open one. */
export function reviewDays({ random, calendar, today, conference, endsAt, latest }: Reviewing): readonly Review[] {
  const reviews: Review[] = []
  for (let last = conference, months = 3; ; months = 6) {
    const due = last.plusMonths(months)
    const on = lastWorkingDayUpTo(due.minusDays(random.between(0, 14)), calendar)
    const overdue = latest === 'missed' && due.isBefore(today) && due.plusMonths(6).isAfter(today)
    if (overdue || on.isAfter(today)) return [...reviews, { due, on: null, outcome: 'continue' }]
    const ends = reviews.length + 1 === endsAt
    reviews.push({ due, on, outcome: ends ? 'end' : 'continue' })
    if (ends) return reviews
    last = on
  }
}
