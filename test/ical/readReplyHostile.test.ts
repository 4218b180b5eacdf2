import fc from 'fast-check'
import { readReply } from '../../activities/ical/readReply'
import { expectAlways } from '../domain/properties/expectAlways'
import { answer, APPLE, GOOGLE, OUTLOOK } from './replies'

const SAM = 'sam.okafor@northmoor.example'

describe('whatever is sent as an answer', () => {
  it('is read or refused, and nothing is thrown', () => {
    const line = fc.oneof(
      fc.constantFrom(...`${OUTLOOK}${GOOGLE}${APPLE}${answer()}`.split('\r\n')),
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '__PROTO__:1',
        'CONSTRUCTOR;VALUE=X:1',
        'ATTENDEE;__PROTO__=1:mailto:a@b',
        'RRULE:FREQ=NEVER',
        'DTSTAMP;VALUE=PERIOD:1/2',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    const anyCalendar = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\r\n'))
    const inside = fc.array(line, { maxLength: 3 }).map((lines) => answer({ MORE: lines.join('\r\n') || null }))
    expectAlways('any answer', fc.oneof(anyCalendar, inside), (text) => {
      const reply = readReply(text)
      expect('problem' in reply || reply.attendee.includes('@')).toBe(true)
    })
  })

  it.each([
    { what: 'components in components', text: 'BEGIN:VEVENT\r\n'.repeat(4_600) },
    {
      what: 'whole components in components',
      text: `BEGIN:VCALENDAR\r\n${'BEGIN:X\r\n'.repeat(3_400)}${'END:X\r\n'.repeat(3_400)}END:VCALENDAR\r\n`,
    },
    { what: 'folded lines', text: `BEGIN:VCALENDAR\r\nX:${'\r\n '.repeat(21_000)}\r\nEND:VCALENDAR\r\n` },
    { what: 'parameters', text: answer({ ATTENDEE: `ATTENDEE${';A=1'.repeat(15_000)}:mailto:${SAM}` }) },
    {
      what: 'members',
      text: answer({ ATTENDEE: `ATTENDEE;MEMBER=${'"mailto:a@b",'.repeat(4_500)}"x":mailto:${SAM}` }),
    },
    { what: 'percent signs', text: answer({ ATTENDEE: `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${'%'.repeat(60_000)}` }) },
  ])('and soon, however many $what there are', ({ text }) => {
    const started = performance.now()
    expect(readReply(text)).toHaveProperty('problem')
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
