/** Answers in the style of the three big calendar programs. Every name and address is made up. */
export const UID = 'north-1:2027-03-02T09:30@caseclock.northmoor.example'

const text = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`

/** Exchange and Outlook: properties of their own, a time zone by its Windows name, upper-case MAILTO, folded lines. */
export const OUTLOOK = text([
  'BEGIN:VCALENDAR',
  'METHOD:REPLY',
  'PRODID:Microsoft Exchange Server 2010',
  'VERSION:2.0',
  'X-MS-OLK-FORCEINSPECTOROPEN:TRUE',
  'BEGIN:VTIMEZONE',
  'TZID:GMT Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'ATTENDEE;PARTSTAT=TENTATIVE;CN="Okafor, Sam (North 1)":MAILTO:Sam.Okafor@North',
  ' moor.example',
  'COMMENT;LANGUAGE=en-GB:I may be in court that morning\\; will let you know.\\n\\n',
  'UID:040000008200E00074C5B7101A82E00800000000B0C4E1A2D35CDB0100000000000000',
  ' 001000000083D5A1F0E6C24B4E9F7A2C51D0B9E8AA',
  'SUMMARY;LANGUAGE=en-GB:Tentative: Group supervision\\, team North 1',
  'DTSTART;TZID=GMT Standard Time:20270302T093000',
  'DTEND;TZID=GMT Standard Time:20270302T110000',
  'CLASS:PUBLIC',
  'PRIORITY:5',
  'DTSTAMP:20261123T081503Z',
  'TRANSP:OPAQUE',
  'STATUS:CONFIRMED',
  'SEQUENCE:2',
  'LOCATION;LANGUAGE=en-GB:Room 2\\; Town Hall',
  'X-MICROSOFT-CDO-APPT-SEQUENCE:2',
  'X-MICROSOFT-CDO-OWNERAPPTID:2124543871',
  'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE',
  'X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY',
  'X-MICROSOFT-CDO-ALLDAYEVENT:FALSE',
  'X-MICROSOFT-CDO-IMPORTANCE:1',
  'X-MICROSOFT-CDO-INSTTYPE:0',
  'X-MICROSOFT-DISALLOW-COUNTER:FALSE',
  'END:VEVENT',
  'END:VCALENDAR',
])

export const OUTLOOK_UID =
  '040000008200E00074C5B7101A82E00800000000B0C4E1A2D35CDB0100000000000000001000000083D5A1F0E6C24B4E9F7A2C51D0B9E8AA'

/** Google: times in UTC, its note beside the answer a parameter, X-NUM-GUESTS. */
export const GOOGLE = text([
  'BEGIN:VCALENDAR',
  'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
  'VERSION:2.0',
  'CALSCALE:GREGORIAN',
  'METHOD:REPLY',
  'BEGIN:VEVENT',
  'DTSTART:20270302T093000Z',
  'DTEND:20270302T110000Z',
  'DTSTAMP:20261123T074212Z',
  'ORGANIZER;CN=Caseclock:mailto:clock@northmoor.example',
  `UID:${UID}`,
  'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Sam Okaf',
  ' or;X-NUM-GUESTS=0;X-RESPONSE-COMMENT="See you there: I bring the list":mailto:',
  ' sam.okafor@northmoor.example',
  'X-GOOGLE-CONFERENCE:https://meet.example/abc',
  'CREATED:20261123T073001Z',
  'DESCRIPTION:Bring your cases.\\nThe list is on the page.',
  'LAST-MODIFIED:20261123T074212Z',
  'LOCATION:Room 2\\; Town Hall',
  'SEQUENCE:0',
  'STATUS:CONFIRMED',
  'SUMMARY:Group supervision\\, team North 1',
  'TRANSP:OPAQUE',
  'END:VEVENT',
  'END:VCALENDAR',
])

/** Apple: its address in EMAIL and in the value, a named zone with its first rules, no SEQUENCE before the first move. */
export const APPLE = text([
  'BEGIN:VCALENDAR',
  'CALSCALE:GREGORIAN',
  'METHOD:REPLY',
  'PRODID:-//Apple Inc.//macOS 15.6//EN',
  'VERSION:2.0',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'ATTENDEE;CN=Sam Okafor;CUTYPE=INDIVIDUAL;EMAIL=sam.okafor@northmoor.example;P',
  ' ARTSTAT=DECLINED;ROLE=REQ-PARTICIPANT:mailto:sam.okafor@northmoor.example',
  'COMMENT:On leave that week',
  'DTEND;TZID=Europe/London:20270302T110000',
  'DTSTAMP:20261123T091455Z',
  'DTSTART;TZID=Europe/London:20270302T093000',
  'ORGANIZER;CN=Caseclock:mailto:clock@northmoor.example',
  'SUMMARY:Group supervision\\, team North 1',
  `UID:${UID}`,
  'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC',
  'END:VEVENT',
  'END:VCALENDAR',
])

/** The least a program may answer, with some of its lines written otherwise: by their name, none when `null`. */
export function answer(change: Readonly<Record<string, string | null>> = {}): string {
  const lines: Readonly<Record<string, string | null>> = {
    METHOD: 'METHOD:REPLY',
    UID: `UID:${UID}`,
    SEQUENCE: 'SEQUENCE:1',
    DTSTAMP: 'DTSTAMP:20261123T073000Z',
    ATTENDEE: 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:sam.okafor@northmoor.example',
    ...change,
  }
  const { METHOD = null, ...event } = lines
  const written = [METHOD, 'BEGIN:VEVENT', ...Object.values(event), 'END:VEVENT'].filter((line) => line !== null)
  return text(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//EN', ...written, 'END:VCALENDAR'])
}
