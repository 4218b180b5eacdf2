import type { LocalDate } from '@js-joda/core'

/** Working days are Monday to Friday without the bank holidays of England and Wales. Data only; the counting is in the files beside this one. */
export interface WorkingCalendar {
  /** For example `england-and-wales@2026-11`. */
  readonly version: string
  /** Title by ISO date, published and one-off days. */
  readonly holidays: ReadonlyMap<string, string>
  /** The last day for which bank holidays are officially published; later ones are computed by rule. */
  readonly publishedTo: LocalDate
}
