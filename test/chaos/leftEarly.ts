import { LocalDate } from '@js-joda/core'
import { londonMoment } from '../../domain/calendar/london'
import type { ExpectedTelling } from './expectedOfTown'
import type { WrittenNotice } from './writtenInTown'

const ALERTS_FROM = 8 * 60

/**
 * The notices whose mail left before it might: a digest before 07:30 of its working day, an alert before its moment, or before the hours that
 * alerts have. One that has not left at all is among them. `arrived`: when the sink took a mail, by Message-ID, on the same clock.
 */
export function leftEarly(
  expected: readonly ExpectedTelling[],
  written: readonly WrittenNotice[],
  arrived: ReadonlyMap<string, number> = new Map(),
): readonly WrittenNotice[] {
  const from = new Map(expected.map(({ key, leavesFrom }) => [key, leavesFrom]))
  return written.filter((notice) => {
    const left = Math.min(notice.leftAt ?? -Infinity, arrived.get(notice.mailId ?? '') ?? Infinity)
    // A rung told later than it might have been stands under that day: nobody expected it on another.
    return left < (from.get(notice.key) ?? londonMoment(LocalDate.parse(notice.on), ALERTS_FROM))
  })
}
