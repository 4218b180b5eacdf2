import type { LocalDate } from '@js-joda/core'
import type { AttendanceException } from './sessionFacts'

/** What the team manager decided of an exception and when; undefined while nothing is decided. Of two decisions the later holds, on one day the refusal. */
export function exceptionDecided(
  exception: AttendanceException | null,
): { readonly decision: 'approved' | 'refused'; readonly on: LocalDate } | undefined {
  const { approvedOn = null, refusedOn = null } = exception ?? {}
  if (approvedOn !== null && (refusedOn === null || approvedOn.isAfter(refusedOn)))
    return { decision: 'approved', on: approvedOn }
  return refusedOn === null ? undefined : { decision: 'refused', on: refusedOn }
}
