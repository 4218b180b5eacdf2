import type { LocalDate } from '@js-joda/core'
import { placeKey } from './place'
import type { TeamCase } from './yearInput'

/** A case in one team, from the first day it is open there to the last. Days are epoch days: they are compared a hundred thousand times. */
export interface Stay {
  readonly team: string
  readonly openFrom: LocalDate
  readonly openTo: LocalDate | null
  readonly first: number
  /** Infinity where no end is known. */
  readonly last: number
  /** The place it was asked to keep (`placeKey`). */
  readonly asked: number | undefined
}

export const stayOf = (team: string, { openFrom, openTo, keep }: TeamCase): Stay => ({
  ...{ team, openFrom, openTo },
  first: openFrom.toEpochDay(),
  last: openTo?.toEpochDay() ?? Infinity,
  asked: keep === null ? undefined : placeKey(keep),
})

export const isOpenOn = (stay: Stay, day: LocalDate): boolean => isOpenBetween(stay, day.toEpochDay(), day.toEpochDay())

/** Whether it is open on any day from one to another, epoch days. */
export const isOpenBetween = (stay: Stay, first: number, last: number): boolean =>
  stay.first <= last && stay.last >= first
