import { LocalDate } from '@js-joda/core'
import fc from 'fast-check'
import { invitation } from '../../activities/ical/invitation'
import { londonMoment } from '../../domain/calendar/london'
import { expectAlways } from '../domain/properties/expectAlways'
import { INVITATION, momentOf, onlyEvent, textIn } from './session'

const RUNS = 300 // ical.js reads about 300 calendars a second

const AWKWARD = [
  '\r\n',
  '\n',
  '\r',
  '\t',
  ',',
  ';',
  ':',
  '\\',
  '"',
  '^',
  "^'",
  '^n',
  '\u2028',
  '\u0085',
  '\u0000',
  '👩‍👧',
  'שלום',
  '\u202e',
  'é',
  '\ud83d',
  ' ',
  '\r\nX-EVIL:1',
  '\\n',
  '%0A',
]

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...AWKWARD),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''))

/** What a reader is to see: whole characters, no control characters, `\n` for every line break. */
const whole = (text: string): string => Buffer.from(text).toString()
const asLines = (text: string): string =>
  whole(text)
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]+/gu, ' ')
const asLine = (text: string): string =>
  whole(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()

describe('any text in an invitation', () => {
  it('is read by another program as it was written, and no line is over 75 octets', () => {
    const texts = fc.record({ summary: anyText, location: anyText, description: anyText, name: anyText })
    expectAlways(
      'calendar text',
      texts,
      ({ name, ...given }) => {
        const ics = invitation({ ...INVITATION, ...given, attendee: { ...INVITATION.attendee, name } })
        const event = onlyEvent(ics)
        expect(textIn(event, 'summary')).toBe(asLine(given.summary))
        expect(textIn(event, 'location') ?? '').toBe(asLines(given.location))
        expect(textIn(event, 'description') ?? '').toBe(asLines(given.description))
        const seen = asLine(name).replaceAll('"', "'").replaceAll('\\', '/') || INVITATION.attendee.address
        expect(event.getFirstProperty('attendee')?.getParameter('cn')).toBe(seen)
        expect(event.getFirstPropertyValue('uid')).toBe(INVITATION.uid)
        for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(event.getAllProperties('x-evil')).toEqual([])
      },
      RUNS,
    )
  })
})

/** Any day, and the days on which the clocks change as often, with the days beside them. */
const anyDay = fc.oneof(
  fc.nat(20_000).map((days) => LocalDate.of(2000, 1, 1).plusDays(days)),
  fc
    .tuple(fc.integer({ min: 2000, max: 2054 }), fc.constantFrom(3, 10), fc.integer({ min: -1, max: 1 }))
    .map(([year, month, beside]) => {
      const last = LocalDate.of(year, month, 31)
      return last.minusDays(last.dayOfWeek().value() % 7).plusDays(beside)
    }),
)

describe('any session', () => {
  it('starts and ends at its moments; in the hour the clocks repeat programs read one or the other', () => {
    const minutes = fc.integer({ min: 1, max: 24 * 60 })
    const anySession = fc.record({ on: anyDay, minute: fc.oneof(fc.nat(24 * 60 - 1), fc.nat(180)), minutes })
    expectAlways(
      'session moments',
      anySession,
      (drawn) => {
        const { on, minute } = drawn
        const at = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const start = londonMoment(on, minute)
        const event = onlyEvent(invitation({ ...INVITATION, on, at, minutes: drawn.minutes }))
        expect(readings(start)).toContain(momentOf(event, 'dtstart'))
        expect(readings(start + drawn.minutes * 60_000)).toContain(momentOf(event, 'dtend'))
      },
      RUNS,
    )
  })
})

const HOUR = 60 * 60_000

/** The moments its London wall time may name: two from 00:00 to 02:00 UTC on the last Sunday of October. */
function readings(moment: number): readonly string[] {
  const date = new Date(moment)
  const isRepeated =
    date.getUTCMonth() === 9 && date.getUTCDay() === 0 && date.getUTCDate() > 24 && date.getUTCHours() < 2
  const moments = isRepeated ? [moment, moment + (date.getUTCHours() === 0 ? HOUR : -HOUR)] : [moment]
  return moments.map((one) => new Date(one).toISOString())
}
