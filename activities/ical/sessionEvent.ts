import type { LocalDate } from '@js-joda/core'
import { ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator'
import { minutesOfDay } from '../../domain/calendar/wallTime'
import { londonMoment } from '../../domain/calendar/london'
import { calendarLine, calendarLines, escaped } from './calendarText'
import { LONDON } from './londonTimeZone'
import { londonWallTime } from './londonWallTime'

/** A session of group supervision as a calendar event. */
export interface SessionEvent {
  /** Of `sessionUid`; the same as long as it is the same session, wherever it is moved. */
  readonly uid: string
  /** From 0; one more for each change that is told. */
  readonly sequence: number
  readonly on: LocalDate
  /** London wall time, `09:30`. */
  readonly at: string
  /** As they pass: over a change of the clocks the end is an hour earlier or later on the wall. */
  readonly minutes: number
  readonly summary: string
  readonly location: string
  readonly description: string
}

const LARGEST = 2_147_483_647 // RFC 5545, section 3.3.8

/** Why a session cannot be written as a calendar event, or undefined when it can. */
function sessionEventProblem({ uid, sequence, at, minutes }: SessionEvent): string | undefined {
  if (uid === '' || calendarLine(uid) !== uid)
    return 'The UID of a calendar event is one line, without spaces at its ends. Make it with sessionUid.'
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > LARGEST)
    return 'The SEQUENCE of a calendar event is a whole number from 0. Count the changes that were told.'
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at))
    return 'A session starts at a time like 09:30, London wall time. Correct it.'
  if (!Number.isInteger(minutes) || minutes < 1)
    return 'A session lasts a whole number of minutes, at least 1. Correct it.'
  return undefined
}

/**
 * A session as ical-generator takes an event. `stampedAt` is epoch milliseconds. A start in the hour the clocks skip is an hour later. From 01:00 to
 * 02:00 of the last Sunday of October a wall time names two moments: RFC 5545, section 3.3.5, means the first, and some programs read the second.
 * Throws for a session that cannot be written.
 */
export function sessionEvent(
  session: SessionEvent,
  { stampedAt, cancelled }: { stampedAt: number; cancelled: boolean },
) {
  const problem = sessionEventProblem(session)
  if (problem !== undefined) throw new Error(problem)
  const start = londonMoment(session.on, minutesOfDay(session.at))
  const location = calendarLines(session.location)
  const description = calendarLines(session.description)
  return {
    id: escaped(session.uid),
    sequence: session.sequence,
    stamp: new Date(stampedAt),
    start: londonWallTime(start),
    end: londonWallTime(start + session.minutes * 60_000),
    timezone: LONDON,
    summary: calendarLine(session.summary),
    ...(location === '' ? {} : { location }),
    ...(description === '' ? {} : { description }),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
  } satisfies ICalEventData
}
