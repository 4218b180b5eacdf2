import { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { calendarLine, escaped } from './calendarText'
import { participant, type Participant } from './participant'
import { sessionEvent, type SessionEvent } from './sessionEvent'
import { writeCalendar } from './writeCalendar'

export interface FeedEvent extends SessionEvent {
  readonly cancelled: boolean
}

export interface Feed {
  /** What the reader's program calls the calendar. */
  readonly name: string
  /** Epoch milliseconds: when the newest of it was written; DTSTAMP, in UTC. */
  readonly stampedAt: number
  readonly events: readonly FeedEvent[]
  /** Who publishes it; RFC 5546, section 3.2.1, asks for one with each event. */
  readonly organizer?: Participant
}

const REFRESH_SECONDS = 60 * 60

/**
 * The calendar a program subscribes to: text/calendar, UTF-8, times in London, nobody invited. A cancelled session stays in it, so that programs
 * take it out, and takes up no time in those that show it all the same. The same feed is the same bytes. Throws for a session that cannot be written.
 * Source: RFC 5545; RFC 5546, section 3.2.1 (PUBLISH); RFC 7986, section 5.7 (REFRESH-INTERVAL). X-WR-CALNAME is Apple's, and read by all.
 */
export function feed({ name, stampedAt, events, organizer }: Feed): string {
  return writeCalendar({
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(calendarLine(name)),
    ttl: REFRESH_SECONDS,
    events: events.map(({ cancelled, ...session }) => ({
      ...sessionEvent(session, { stampedAt, cancelled }),
      ...(cancelled ? { transparency: ICalEventTransparency.TRANSPARENT } : {}),
      ...(organizer === undefined ? {} : { organizer: participant(organizer) }),
    })),
  })
}
