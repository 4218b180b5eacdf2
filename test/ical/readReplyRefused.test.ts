import { invitation } from '../../activities/ical/invitation'
import { readReply } from '../../activities/ical/readReply'
import { REPLY_PROBLEMS } from '../../activities/ical/replyProblems'
import { answer, UID } from './replies'
import { INVITATION } from './session'

const SAM = 'sam.okafor@northmoor.example'

describe('an answer is refused', () => {
  const ATTENDEE = `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${SAM}`
  const event = /BEGIN:VEVENT[^]*END:VEVENT\r\n/
  it.each([
    { when: 'it is longer than 64 kB', text: answer({ COMMENT: `COMMENT:${'é'.repeat(33_000)}` }), as: 'tooLong' },
    { when: 'it is nothing', text: '', as: 'notACalendar' },
    { when: 'it is no calendar', text: 'I shall be there.\r\nSam', as: 'notACalendar' },
    { when: 'it is a contact', text: 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Sam\r\nEND:VCARD\r\n', as: 'notACalendar' },
    { when: 'it is cut off', text: answer().slice(0, 150), as: 'notACalendar' },
    { when: 'it is two calendars', text: answer() + answer(), as: 'notACalendar' },
    { when: 'a component ends that never began', text: `END:VEVENT\r\n${answer()}`, as: 'notACalendar' },
    { when: 'it is our invitation', text: invitation(INVITATION), as: 'notAReply' },
    { when: 'it proposes another time', text: answer({ METHOD: 'METHOD:COUNTER' }), as: 'notAReply' },
    { when: 'it has no METHOD', text: answer({ METHOD: null }), as: 'notAReply' },
    { when: 'it has two METHODs', text: answer({ METHOD: 'METHOD:REPLY\r\nMETHOD:REQUEST' }), as: 'notAReply' },
    { when: 'it holds no event', text: answer().replace(event, ''), as: 'notOneEvent' },
    { when: 'it holds two events', text: answer().replace(event, (one) => one + one), as: 'notOneEvent' },
    { when: 'it has no UID', text: answer({ UID: null }), as: 'noUid' },
    { when: 'its UID is empty', text: answer({ UID: 'UID: ' }), as: 'noUid' },
    { when: 'its UID is no text', text: answer({ UID: 'UID;VALUE=INTEGER:5' }), as: 'noUid' },
    { when: 'it has two UIDs', text: answer({ UID: `UID:a\r\nUID:${UID}` }), as: 'noUid' },
    { when: 'it names nobody', text: answer({ ATTENDEE: null }), as: 'notOneAttendee' },
    { when: 'it names two people', text: answer({ ATTENDEE: `${ATTENDEE}\r\n${ATTENDEE}` }), as: 'notOneAttendee' },
    {
      when: 'it names nobody by an address',
      text: answer({ ATTENDEE: 'ATTENDEE;PARTSTAT=ACCEPTED:urn:uuid:1' }),
      as: 'noAddress',
    },
    { when: 'its mailto: is empty', text: answer({ ATTENDEE: 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:' }), as: 'noAddress' },
    {
      when: 'its mailto: hides a line',
      text: answer({ ATTENDEE: 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a%0D%0Ab@x.example' }),
      as: 'noAddress',
    },
    {
      when: 'it names two addresses as one',
      text: answer({ ATTENDEE: `${ATTENDEE},evil@x.example` }),
      as: 'noAddress',
    },
    { when: 'it says nothing', text: answer({ ATTENDEE: `ATTENDEE:mailto:${SAM}` }), as: 'noAnswer' },
    {
      when: 'it is not decided',
      text: answer({ ATTENDEE: `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${SAM}` }),
      as: 'noAnswer',
    },
    {
      when: 'it says something else',
      text: answer({ ATTENDEE: `ATTENDEE;PARTSTAT=constructor:mailto:${SAM}` }),
      as: 'noAnswer',
    },
    {
      when: 'it is passed on',
      text: answer({ ATTENDEE: `ATTENDEE;PARTSTAT=DELEGATED:mailto:${SAM}` }),
      as: 'delegated',
    },
    { when: 'its SEQUENCE is below 0', text: answer({ SEQUENCE: 'SEQUENCE:-1' }), as: 'badSequence' },
    { when: 'its SEQUENCE is too large', text: answer({ SEQUENCE: 'SEQUENCE:2147483648' }), as: 'badSequence' },
    { when: 'it has two SEQUENCEs', text: answer({ SEQUENCE: 'SEQUENCE:1\r\nSEQUENCE:2' }), as: 'badSequence' },
    { when: 'its DTSTAMP is no date', text: answer({ DTSTAMP: 'DTSTAMP:20260231T073000Z' }), as: 'badDate' },
    { when: 'its DTSTAMP is a word', text: answer({ DTSTAMP: 'DTSTAMP:yesterday' }), as: 'badDate' },
    { when: 'its DTSTAMP is not in UTC', text: answer({ DTSTAMP: 'DTSTAMP:20261123T073000' }), as: 'badDate' },
    {
      when: 'it has two DTSTAMPs',
      text: answer({ DTSTAMP: 'DTSTAMP:20261123T073000Z\r\nDTSTAMP:20261124T073000Z' }),
      as: 'badDate',
    },
    {
      when: 'its DTSTART is no date',
      text: answer({ DTSTART: 'DTSTART;TZID=Europe/London:20271302T253000' }),
      as: 'badDate',
    },
  ] as const)('when $when', ({ text, as }) => {
    expect(readReply(text)).toStrictEqual({ problem: REPLY_PROBLEMS[as] })
  })

  it('with a sentence that says what to do', () => {
    for (const problem of Object.values(REPLY_PROBLEMS)) {
      expect(problem).toMatch(/^(This|An|The|A|There) [^:]+.*\. Nothing was recorded: (read|ask) .*\.$/)
    }
  })
})
