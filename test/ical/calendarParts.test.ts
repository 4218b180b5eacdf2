import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import MailComposer from 'nodemailer/lib/mail-composer'
import { calendarParts } from '../../activities/ical/calendarParts'
import { invitation, type InvitationMethod } from '../../activities/ical/invitation'
import { INVITATION } from './session'

const compose = (method: InvitationMethod): Promise<Buffer> =>
  new MailComposer({
    from: 'Caseclock <clock@northmoor.example>',
    to: 'sam.okafor@northmoor.example',
    subject: 'Group supervision, Tuesday 2 March',
    messageId: '<ab12@caseclock.northmoor.example>',
    date: new Date(INVITATION.stampedAt),
    baseBoundary: 'ab12',
    text: 'You are invited.',
    html: '<p>You are invited.</p>',
    ...calendarParts(invitation({ ...INVITATION, method, summary: 'Grüße 👩‍👧, North 1' }), method),
  })
    .compile()
    .build()

describe.each(['REQUEST', 'CANCEL'] as const)('a mail with the calendar of a %s (RFC 6047, 2.4)', (method) => {
  it('is multipart/alternative: text, HTML, and last the calendar, each once', async () => {
    const text = (await compose(method)).toString()
    expect(text.match(/^Content-Type: [^;\r\n]+/gim)).toEqual([
      'Content-Type: multipart/alternative',
      'Content-Type: text/plain',
      'Content-Type: text/html',
      'Content-Type: text/calendar',
    ])
    expect(text).not.toMatch(/Content-Disposition/i)
  })

  it('says the same METHOD in the part and in the calendar, which arrives byte for byte', async () => {
    const mail = await simpleParser(await compose(method))
    const [part, ...more] = mail.attachments
    expect(more).toEqual([])
    expect(part?.contentType).toBe('text/calendar')
    expect(part?.headers.get('content-type')).toMatchObject({ params: { method, charset: 'utf-8' } })
    const sent = invitation({ ...INVITATION, method, summary: 'Grüße 👩‍👧, North 1' })
    expect(part?.content.toString()).toBe(sent)
    const calendar = new ICAL.Component(ICAL.parse(part?.content.toString() ?? '') as unknown[])
    expect(calendar.getFirstPropertyValue('method')).toBe(method)
    expect(mail.text?.trim()).toBe('You are invited.')
    expect(mail.html).toBe('<p>You are invited.</p>')
  })

  it('is the same bytes every time', async () => {
    expect((await compose(method)).equals(await compose(method))).toBe(true)
  })
})

describe('a part of another method than its calendar', () => {
  it('is refused: programs would show an attachment in place of an invitation', () => {
    expect(() => calendarParts(invitation(INVITATION), 'CANCEL')).toThrow(/METHOD/)
    expect(() => calendarParts(invitation({ ...INVITATION, description: '\r\nMETHOD:CANCEL\r\n' }), 'CANCEL')).toThrow(
      /METHOD/,
    )
  })
})
