import type { LocalDate } from '@js-joda/core'
import { birthdayOf, earlier, leftSince, type ChildHistory, type End } from './childHistory'
import { finalClosing } from './finalClosing'

/** What ends everything for a child from a day on: the closing of the case that was not taken back, the child's leaving, the eighteenth birthday. */
export const caseEnd = (history: ChildHistory, since: LocalDate): End | null =>
  [finalClosing(history, since), leftSince(history, since), birthdayOf(history)].reduce<End | null>(earlier, null)
