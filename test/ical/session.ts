import { LocalDate } from '@js-joda/core'
import ICAL from 'ical.js'
import type { Invitation } from '../../activities/ical/invitation'

/** A session as the tests invite to it. Everything in it is made up. */
export const SESSION = {
  uid: 'north-1:2027-03-02T09:30@caseclock.northmoor.example',
  sequence: 0,
  on: LocalDate.of(2027, 3, 2),
  at: '09:30',
  minutes: 90,
  summary: 'Group supervision, team North 1',
  location: 'Room 2; Town Hall',
  description: 'Bring your cases.\nThe list is on the page.',
} as const

export const INVITATION: Invitation = {
  ...SESSION,
  method: 'REQUEST',
  stampedAt: Date.UTC(2026, 10, 23, 7, 30),
  organizer: { name: 'Caseclock', address: 'clock@northmoor.example' },
  attendee: { name: 'Sam Okafor', address: 'sam.okafor@northmoor.example' },
  url: 'https://caseclock.northmoor.example/supervision/north-1',
}

/** Read by a program that had no part in writing it. Times are read by the VTIMEZONE of the calendar itself. */
export function readBack(ics: string): { calendar: ICAL.Component; events: readonly ICAL.Component[] } {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[])
  return { calendar, events: calendar.getAllSubcomponents('vevent') }
}

export function onlyEvent(ics: string): ICAL.Component {
  const { events } = readBack(ics)
  const [event] = events
  if (event === undefined || events.length > 1) throw new Error(`${String(events.length)} events in place of one`)
  return event
}

/** The moment a property names, ISO, UTC. */
export const momentOf = (event: ICAL.Component, name: string): string => {
  const time = event.getFirstPropertyValue(name)
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`)
  return new Date(time.toUnixTime() * 1000).toISOString()
}

export const textIn = (component: ICAL.Component, name: string): unknown => component.getFirstPropertyValue(name)

/** Its lines, folded ones made whole. */
export const contentLines = (ics: string): readonly string[] => ics.replace(/\r\n[ \t]/g, '').split('\r\n')
