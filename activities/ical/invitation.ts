import { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod } from 'ical-generator'
import { calendarLine } from './calendarText'
import { participant, type Participant } from './participant'
import { sessionEvent, type SessionEvent } from './sessionEvent'
import { writeCalendar } from './writeCalendar'

export type InvitationMethod = 'REQUEST' | 'CANCEL'

export interface Invitation extends SessionEvent {
  /** A session that is moved is asked for again: REQUEST, the same UID, a higher SEQUENCE. */
  readonly method: InvitationMethod
  /** Epoch milliseconds: when this invitation was written; DTSTAMP, in UTC. */
  readonly stampedAt: number
  readonly organizer: Participant
  readonly attendee: Participant
  /** The session's page. */
  readonly url?: string
}

/** `,`, `;` and `\` mean something in a calendar, and a URL can do without them. */
const uri = (url: string): string => calendarLine(url).replace(/[,;\\\s]/g, encodeURIComponent)

/**
 * The calendar that invites one person to a session, or takes the invitation back: text/calendar, UTF-8, one event, times in London. The same
 * invitation is the same bytes. Throws for a session or an address that cannot be written.
 * Source: RFC 5545; RFC 5546, sections 3.2.2 (REQUEST) and 3.2.5 (CANCEL).
 */
export function invitation({ method, stampedAt, organizer, attendee, url, ...session }: Invitation): string {
  const asked = { status: ICalAttendeeStatus.NEEDSACTION, rsvp: true }
  return writeCalendar({
    method: ICalCalendarMethod[method],
    events: [
      {
        ...sessionEvent(session, { stampedAt, cancelled: method === 'CANCEL' }),
        organizer: participant(organizer),
        attendees: [{ ...participant(attendee), role: ICalAttendeeRole.REQ, ...(method === 'REQUEST' ? asked : {}) }],
        ...(url === undefined ? {} : { url: uri(url) }),
      },
    ],
  })
}
