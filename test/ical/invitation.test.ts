import { LocalDate } from '@js-joda/core'
import { invitation, type Invitation } from '../../activities/ical/invitation'
import { contentLines, INVITATION, onlyEvent, readBack, textIn } from './session'

const ics = invitation(INVITATION)
const lines = contentLines(ics)
const written = (change: Partial<Invitation>): string => invitation({ ...INVITATION, ...change })

describe('the calendar object (RFC 5545)', () => {
  it('3.1: every line ends with CRLF, the last one too, and no other line break stands in it', () => {
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it.each(['a', 'é', '€', '👩‍👧', 'شكرا '])(
    '3.1: no line is over 75 octets, and none is cut inside a character: %s',
    (text) => {
      const long = written({ summary: text.repeat(200), attendee: { ...INVITATION.attendee, name: text.repeat(90) } })
      for (const line of long.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(Buffer.from(line).toString()).toBe(line)
        expect(line).not.toContain('\uFFFD')
      }
      expect(textIn(onlyEvent(long), 'summary')).toBe(text.repeat(200).trim())
    },
  )

  it('3.3.11: a backslash, a semicolon, a comma and a new line are escaped', () => {
    const text = written({ description: 'a\\b;c,d\ne\r\nf' })
    expect(contentLines(text)).toContain('DESCRIPTION:a\\\\b\\;c\\,d\\ne\\nf')
  })

  it('3.4 and 3.6: one VCALENDAR, its properties before its components', () => {
    expect(lines.filter((line) => line === 'BEGIN:VCALENDAR')).toHaveLength(1)
    expect(lines.slice(0, 5)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Caseclock//Group supervision//EN',
      'METHOD:REQUEST',
      'BEGIN:VTIMEZONE',
    ])
  })

  it('3.6.1: exactly one VEVENT', () => {
    expect(readBack(ics).events).toHaveLength(1)
  })

  it('3.6.5: VTIMEZONE of Europe/London with the rule of each half of the year, before the event', () => {
    const zone = lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('BEGIN:VEVENT'))
    expect(zone).toEqual(
      expect.arrayContaining([
        'TZID:Europe/London',
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      ]),
    )
    expect(zone.at(-1)).toBe('END:VTIMEZONE')
  })

  it('3.8.1.11 and 3.8.2.7: it is confirmed and takes up time', () => {
    expect(lines).toEqual(expect.arrayContaining(['STATUS:CONFIRMED', 'TRANSP:OPAQUE']))
  })

  it('3.8.2.2 and 3.8.2.4: it starts and ends at London wall times', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART;TZID=Europe/London:20270302T093000',
        'DTEND;TZID=Europe/London:20270302T110000',
      ]),
    )
  })

  it('3.8.4.1 and 3.8.4.3: who invites, who is invited and what is asked of them', () => {
    expect(lines).toContain('ORGANIZER;CN="Caseclock":mailto:clock@northmoor.example')
    const attendee = onlyEvent(ics).getFirstProperty('attendee')
    expect(String(attendee?.getFirstValue())).toMatch(/^mailto:sam\.okafor@northmoor\.example$/i)
    for (const [name, value] of [
      ['cn', 'Sam Okafor'],
      ['role', 'REQ-PARTICIPANT'],
      ['partstat', 'NEEDS-ACTION'],
      ['rsvp', 'TRUE'],
    ] as const)
      expect(attendee?.getParameter(name)).toBe(value)
  })

  it('3.8.4.6: the page of the session, and none where there is none', () => {
    expect(lines).toContain(`URL;VALUE=URI:${String(INVITATION.url)}`)
    const { url, ...withoutPage } = INVITATION
    expect(url).toBeDefined()
    expect(invitation(withoutPage)).not.toContain('URL')
    expect(textIn(onlyEvent(written({ url: 'https://x.example/a,b;c\r\nX-EVIL:1' })), 'url')).toBe(
      'https://x.example/a%2Cb%3Bc%20X-EVIL:1',
    )
  })

  it('3.8.4.7: the UID is the one it was given, whatever stands in it', () => {
    expect(lines).toContain(`UID:${INVITATION.uid}`)
    expect(textIn(onlyEvent(written({ uid: 'north,1;a\\b@x.example' })), 'uid')).toBe('north,1;a\\b@x.example')
  })

  it('3.8.7.2: DTSTAMP is in UTC', () => {
    expect(lines).toContain('DTSTAMP:20261123T073000Z')
  })

  it('leaves out what is empty', () => {
    const bare = written({ location: '', description: '' })
    expect(bare).not.toMatch(/^(LOCATION|DESCRIPTION)/m)
  })

  it('is the same bytes every time', () => {
    expect(invitation({ ...INVITATION })).toBe(ics)
  })
})

describe('what is asked (RFC 5546)', () => {
  it('3.2.2: a session that is moved keeps its UID and raises its SEQUENCE', () => {
    const moved = written({ sequence: 1, on: LocalDate.of(2027, 3, 9), at: '14:00' })
    expect(lines).toContain('SEQUENCE:0')
    expect(contentLines(moved)).toEqual(
      expect.arrayContaining([`UID:${INVITATION.uid}`, 'SEQUENCE:1', 'DTSTART;TZID=Europe/London:20270309T140000']),
    )
  })

  it('3.2.5: CANCEL names the same event and who need not come, and asks nothing', () => {
    const cancel = written({ method: 'CANCEL', sequence: 2 })
    expect(contentLines(cancel)).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', `UID:${INVITATION.uid}`, 'SEQUENCE:2', 'STATUS:CANCELLED']),
    )
    const event = onlyEvent(cancel)
    expect(event.getAllProperties('attendee')).toHaveLength(1)
    expect(event.getAllProperties('organizer')).toHaveLength(1)
    expect(cancel).not.toMatch(/RSVP|PARTSTAT|CONFIRMED/)
  })
})
