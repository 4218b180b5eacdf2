import { readReply } from '../../activities/ical/readReply'
import { answer, APPLE, GOOGLE, OUTLOOK, OUTLOOK_UID, UID } from './replies'

const SAM = 'sam.okafor@northmoor.example'

describe('an answer (RFC 5546, 3.2.3) is read as it is written', () => {
  it('by Outlook', () => {
    expect(readReply(OUTLOOK)).toStrictEqual({
      uid: OUTLOOK_UID,
      sequence: 2,
      attendee: SAM,
      answer: 'tentative',
      stampedAt: Date.UTC(2026, 10, 23, 8, 15, 3),
      comment: 'I may be in court that morning; will let you know.',
    })
  })

  it('by Google', () => {
    expect(readReply(GOOGLE)).toStrictEqual({
      uid: UID,
      sequence: 0,
      attendee: SAM,
      answer: 'accepted',
      stampedAt: Date.UTC(2026, 10, 23, 7, 42, 12),
      comment: 'See you there: I bring the list',
    })
  })

  it('by Apple', () => {
    expect(readReply(APPLE)).toStrictEqual({
      uid: UID,
      sequence: 0,
      attendee: SAM,
      answer: 'declined',
      stampedAt: Date.UTC(2026, 10, 23, 9, 14, 55),
      comment: 'On leave that week',
    })
  })

  it.each([
    { how: 'lower-case names and values', text: answer({ DTSTAMP: null }).toLowerCase() },
    { how: 'line feeds alone', text: answer().replaceAll('\r\n', '\n') },
    { how: 'a byte order mark', text: `\uFEFF${answer()}` },
    {
      how: 'an address with percent codes',
      text: answer({ ATTENDEE: 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:sam%2Eokafor@northmoor.example' }),
    },
    { how: 'no line break at its end', text: answer().trimEnd() },
  ])('with $how', ({ text }) => {
    expect(readReply(text)).toMatchObject({ attendee: SAM, answer: 'accepted', sequence: 1 })
  })

  it('with a SEQUENCE that is a word: as the first invitation, so that it never passes for an answer to the newest', () => {
    expect(readReply(answer({ SEQUENCE: 'SEQUENCE:newest' }))).toMatchObject({ sequence: 0 })
  })

  it('without DTSTAMP and without a comment', () => {
    expect(readReply(answer({ DTSTAMP: null }))).toMatchObject({ stampedAt: null, comment: '' })
  })

  it('with a long comment of many lines: one line of 500 characters, none of them halved', () => {
    const reply = readReply(answer({ COMMENT: `COMMENT:a\\nb ${'👩'.repeat(600)}` }))
    expect(reply).toMatchObject({ comment: `a b ${'👩'.repeat(496)}` })
  })
})
