import type { LocalDate } from '@js-joda/core'
import { asEnd, birthdayOf, earlier, leftSince, type ChildHistory, type End } from './childHistory'
import { lastClosing } from './planEnd'

/** What ends everything for a child from a day on: the closing of the case that was not taken back, the child's leaving, the eighteenth birthday. */
export const caseEnd = (history: ChildHistory, since: LocalDate): End | null =>
  [
    asEnd(lastClosing(history, ({ on }) => !on.isBefore(since))),
    leftSince(history, since),
    birthdayOf(history),
  ].reduce<End | null>(earlier, null)
