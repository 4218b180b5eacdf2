import { LocalDate } from '@js-joda/core'
import { feed, type Feed } from '../../activities/ical/feed'
import { contentLines, momentOf, readBack, SESSION, textIn } from './session'

const FEED: Feed = {
  name: 'Group supervision, Northmoor',
  stampedAt: Date.UTC(2026, 10, 23, 7, 30),
  events: [
    { ...SESSION, cancelled: false },
    {
      ...SESSION,
      uid: 'south-2:2027-07-06T14:00@caseclock.northmoor.example',
      sequence: 3,
      on: LocalDate.of(2027, 7, 6),
      at: '14:00',
      cancelled: true,
    },
  ],
}
const lines = contentLines(feed(FEED))

describe('a calendar to subscribe to (RFC 5546, 3.2.1)', () => {
  it('is published under its name, and is asked for again every hour (RFC 7986, 5.7)', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:Group supervision\\, Northmoor',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      ]),
    )
  })

  it('has its properties before its components (RFC 5545, 3.6)', () => {
    const firstComponent = lines.indexOf('BEGIN:VTIMEZONE')
    for (const name of ['METHOD', 'X-WR-CALNAME', 'REFRESH-INTERVAL', 'X-PUBLISHED-TTL'])
      expect(lines.findIndex((line) => line.startsWith(name))).toBeLessThan(firstComponent)
    expect(firstComponent).toBeLessThan(lines.indexOf('BEGIN:VEVENT'))
  })

  it('has an event for each session, and one time zone for all', () => {
    const { calendar, events } = readBack(feed(FEED))
    expect(events.map((event) => textIn(event, 'uid'))).toEqual(FEED.events.map(({ uid }) => uid))
    expect(events.map((event) => textIn(event, 'sequence'))).toEqual([0, 3])
    expect(events.map((event) => momentOf(event, 'dtstart'))).toEqual([
      '2027-03-02T09:30:00.000Z',
      '2027-07-06T13:00:00.000Z',
    ])
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
  })

  it('keeps a cancelled session as cancelled, and it takes up no time', () => {
    expect(lines.filter((line) => /^(STATUS|TRANSP)/.test(line))).toEqual([
      'TRANSP:OPAQUE',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'STATUS:CANCELLED',
    ])
  })

  it('invites nobody, and names who publishes it where that is given', () => {
    expect(lines.join('\n')).not.toMatch(/ATTENDEE|ORGANIZER/)
    const organizer = { name: 'Caseclock', address: 'clock@northmoor.example' }
    const named = readBack(feed({ ...FEED, organizer })).events.map((event) => textIn(event, 'organizer'))
    expect(named).toEqual(['mailto:clock@northmoor.example', 'mailto:clock@northmoor.example'])
  })

  it('is a calendar without a session too: one component at least (RFC 5545, 3.6)', () => {
    const empty = feed({ ...FEED, events: [] })
    const { calendar, events } = readBack(empty)
    expect(events).toEqual([])
    expect(calendar.getAllSubcomponents().map((one) => one.name)).toEqual(['vtimezone'])
    expect(empty.endsWith('END:VTIMEZONE\r\nEND:VCALENDAR\r\n')).toBe(true)
  })

  it('lets its name add nothing, and is the same bytes every time', () => {
    const evil = feed({ ...FEED, name: 'North\r\nX-EVIL:1;\n' })
    expect(contentLines(evil)).toEqual(
      expect.arrayContaining(['NAME:North X-EVIL:1\\;', 'X-WR-CALNAME:North X-EVIL:1\\;']),
    )
    expect(readBack(evil).calendar.getAllProperties('x-evil')).toEqual([])
    expect(feed(FEED)).toBe(feed({ ...FEED }))
  })
})
