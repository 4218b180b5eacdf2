import type { LocalDate } from '@js-joda/core'
import { lastWorkingDayUpTo } from '../../domain/calendar/workingDays'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { CountyTables } from './countyTables'
import type { Chance } from './random'
import type { Staff, Team, Worker } from './staff'

/** What has happened to a family. `waiting`: a conference called for and not held. `unheld`: accepted, and nobody allocated. `review-missed`: on a plan, and its last review was not held. */
export type Story =
  | 'closed'
  | 'assessment'
  | 'unheld'
  | 'need'
  | 'waiting'
  | 'protection'
  | 'review-missed'
  | 'transfer'
  | 'stepped-down'
  | 'protection-ended'

/** Days before today on which the family was referred: late enough for the story to have got where it is. */
const REFERRED_DAYS_AGO: Readonly<Record<Story, readonly [least: number, most: number]>> = {
  closed: [300, 800],
  assessment: [3, 66],
  unheld: [2, 9],
  need: [80, 300],
  waiting: [22, 34],
  protection: [60, 560],
  'review-missed': [150, 420],
  transfer: [50, 200],
  'stepped-down': [170, 330],
  'protection-ended': [430, 800],
}

export interface Sibling {
  readonly id: string
  readonly referral: string
  readonly unborn: boolean
}

/** One family while its rows are written. Siblings share every date. */
export interface Family {
  readonly tables: CountyTables
  readonly random: Chance
  readonly staff: Staff
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
  readonly story: Story
  readonly referred: LocalDate
  readonly team: Team
  readonly worker: Worker
  /** The last day that may have a visit: a family whose worker has left has been waiting for its next one. */
  readonly visitedUntil: LocalDate
  readonly siblings: readonly Sibling[]
}

interface Beginning {
  readonly random: Chance
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
  readonly story: Story
}

export const referralDay = ({ random, calendar, today, story }: Beginning): LocalDate =>
  lastWorkingDayUpTo(today.minusDays(random.between(...REFERRED_DAYS_AGO[story])), calendar)
