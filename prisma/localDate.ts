import { LocalDate } from '@js-joda/core'

/** The only place that turns civil dates into what Prisma writes to a `date` column, and back: UTC midnight. */
export const toColumn = (day: LocalDate): Date => new Date(Date.UTC(day.year(), day.monthValue() - 1, day.dayOfMonth()))

export const fromColumn = (column: Date): LocalDate =>
  LocalDate.of(column.getUTCFullYear(), column.getUTCMonth() + 1, column.getUTCDate())
