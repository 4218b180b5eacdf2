import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../../chronology/childHistory'

/** The visits that count, in order of date: those with the child seen, and before birth any visit to the parents. */
export const visitsCounted = (history: ChildHistory) =>
  ofKind(history.events, 'visit-made').filter((made) => made.data.seen || unborn(history, made.on))

/** A child whose date of birth nobody knows has been born: only an expected one has not. */
export const unborn = ({ child, bornOn }: ChildHistory, day: LocalDate): boolean =>
  bornOn === null ? child.expectedOn !== null : bornOn.isAfter(day)
