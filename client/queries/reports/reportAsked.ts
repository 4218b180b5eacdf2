import type { LocalDate } from '@js-joda/core'
import type { Reader } from '../reading/loadReader'
import type { Teams } from '../team/teamScope'

/** What a report is of: cases the reader may open, of these teams or one worker in them, and days, both included. */
export interface ReportAsked {
  readonly reader: Reader
  readonly teams: Teams
  /** By id: of the cases this person holds today; null: of everybody's. */
  readonly worker: string | null
  readonly from: LocalDate
  readonly to: LocalDate
}
