import { isoDay } from '../../../domain/calendar/isoDay'
import { englandAndWales } from '../../../domain/calendar/englandAndWales'
import { isWorkingDay } from '../../../domain/calendar/workingDays'
import type { ChildReading } from './childReading'
import type { Draft } from './draft'

const CONFERENCES = new Set<string>(['icpc-held', 'transfer-in-conference-held', 'review-held'])

const calendar = englandAndWales()

/** Conferences on a day without work are taken, and worth a look. */
export function conferenceWarnings(events: readonly Draft[], { warn }: ChildReading): void {
  for (const { kind, on, place } of events) {
    if (!CONFERENCES.has(kind) || isWorkingDay(isoDay(on), calendar)) continue
    warn(
      'not-a-working-day',
      place,
      `${on} is no working day, and conferences are held on working days. The record was taken with this date; check it.`,
    )
  }
}
