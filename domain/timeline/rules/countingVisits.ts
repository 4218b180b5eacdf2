import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../../chronology/childHistory'

/** The visits with the child seen; before birth any visit to the parents counts. */
export const countingVisits = (history: ChildHistory) =>
  ofKind(history.events, 'visit-made').filter((made) => made.data.seen || unborn(history, made.on))

/** A child whose date of birth nobody knows has been born: only an expected one has not. */
const unborn = ({ child, bornOn }: ChildHistory, day: LocalDate): boolean =>
  bornOn === null ? child.expectedOn !== null : bornOn.isAfter(day)
