import type { LocalDate } from '@js-joda/core'
import type { Rules } from '../planning/rules'
import type { TeamRecipients } from './teamRecipients'

/** What is told of a year, to whom, and when. */
export interface TellingYear {
  readonly teamId: string
  readonly today: LocalDate
  /** Epoch milliseconds. */
  readonly now: number
  readonly rules: Rules
  readonly people: TeamRecipients
  /** Cases by reference. */
  readonly idsOf: ReadonlyMap<string, string>
  readonly words: (words: string, about: string) => string
}
