import { ChronoUnit, type LocalDate } from '@js-joda/core'
import { govukDate } from '../../domain/timeline/govukDate'
import type { PaperChild } from './paperView'

/** A child's age on a day: `4 years`; under two years in months, under two months in weeks, before birth when it is expected. */
export function ageWords({ bornOn, expectedOn }: Pick<PaperChild, 'bornOn' | 'expectedOn'>, on: LocalDate): string {
  if (bornOn === null || on.isBefore(bornOn)) {
    const day = bornOn ?? expectedOn
    return day === null ? 'age not known' : `not born, expected ${govukDate(day)}`
  }
  const months = bornOn.until(on, ChronoUnit.MONTHS)
  if (months >= 24) return `${String(Math.floor(months / 12))} years`
  if (months >= 2) return `${String(months)} months`
  const weeks = bornOn.until(on, ChronoUnit.WEEKS)
  return `${String(weeks)} ${weeks === 1 ? 'week' : 'weeks'}`
}
