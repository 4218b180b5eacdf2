import MailComposer from 'nodemailer/lib/mail-composer'
import { readReplyMail } from '../../activities/ical/readReplyMail'
import { REPLY_PROBLEMS } from '../../activities/ical/replyProblems'
import { answer, APPLE, GOOGLE, OUTLOOK, OUTLOOK_UID, UID } from './replies'

const SAM = 'sam.okafor@northmoor.example'
type Options = ConstructorParameters<typeof MailComposer>[0]

const mailWith = (options: Options): Promise<Buffer> =>
  new MailComposer({
    from: 'Sam Okafor <Sam.Okafor@northmoor.example>',
    to: 'clock@northmoor.example',
    subject: 'Accepted: Group supervision',
    text: 'Sam Okafor has accepted.',
    ...options,
  })
    .compile()
    .build()

const part = (contentType: string, content: string | Buffer) => ({ alternatives: [{ contentType, content }] })

describe('an answer by mail (RFC 6047, 2.4)', () => {
  it('from Outlook: a text/calendar part beside the text', async () => {
    const raw = await mailWith(part('text/calendar; charset="utf-8"; method=REPLY', OUTLOOK))
    await expect(readReplyMail(raw)).resolves.toMatchObject([{ uid: OUTLOOK_UID, answer: 'tentative', sender: SAM }])
  })

  it('from Google: the same answer as a part, its method in lower case, and as invite.ics, counts once', async () => {
    const raw = await mailWith({
      html: '<p>Accepted</p>',
      ...part('text/calendar; charset="UTF-8"; method=reply', GOOGLE),
      attachments: [{ filename: 'invite.ics', contentType: 'application/ics', content: GOOGLE }],
    })
    const answers = await readReplyMail(raw)
    expect(answers).toHaveLength(1)
    expect(answers).toMatchObject([{ uid: UID, answer: 'accepted', attendee: SAM, sender: SAM }])
  })

  it('from Apple: an attachment', async () => {
    const raw = await mailWith({
      attachments: [{ filename: 'iCal-20261123.ics', contentType: 'text/calendar', content: APPLE }],
    })
    await expect(readReplyMail(raw)).resolves.toMatchObject([{ uid: UID, answer: 'declined', sender: SAM }])
  })

  it('whose attachment has lost its type on the way', async () => {
    const raw = await mailWith({
      attachments: [{ filename: 'invite.ICS', contentType: 'application/octet-stream', content: APPLE }],
    })
    await expect(readReplyMail(raw)).resolves.toMatchObject([{ answer: 'declined' }])
  })

  it('that is nothing but a calendar', async () => {
    const raw = Buffer.from(`From: ${SAM}\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n${GOOGLE}`)
    await expect(readReplyMail(raw)).resolves.toMatchObject([{ answer: 'accepted', sender: SAM }])
  })

  it.each([
    { charset: 'iso-8859-1', bytes: Buffer.from('caf\xe9', 'latin1') },
    { charset: 'utf-8', bytes: Buffer.from('café') },
    { charset: 'of-our-own', bytes: Buffer.from('café') },
  ])('in the character set $charset', async ({ charset, bytes }) => {
    const [before, after] = answer({ COMMENT: 'COMMENT:|' }).split('|')
    const content = Buffer.concat([Buffer.from(before ?? ''), bytes, Buffer.from(after ?? '')])
    const raw = await mailWith(part(`text/calendar; charset=${charset}; method=REPLY`, content))
    await expect(readReplyMail(raw)).resolves.toMatchObject([{ comment: 'café' }])
  })

  it('for somebody else is returned with its sender, to be refused', async () => {
    const raw = await mailWith({ from: 'Eve <Eve@x.example>', ...part('text/calendar; method=REPLY', GOOGLE) })
    await expect(readReplyMail(raw)).resolves.toMatchObject([{ attendee: SAM, sender: 'eve@x.example' }])
  })

  it.each([
    { from: 'nobody', headers: '' },
    { from: 'two people', headers: `From: ${SAM}, eve@x.example\r\n` },
    { from: 'two senders', headers: `From: ${SAM}\r\nFrom: eve@x.example\r\n` },
    { from: 'a group', headers: `From: North 1: ${SAM}, eve@x.example;\r\n` },
    { from: 'a name alone', headers: 'From: Sam\r\n' },
  ])('from $from has no sender', async ({ headers }) => {
    const raw = Buffer.from(`${headers}Content-Type: text/calendar; method=REPLY\r\n\r\n${GOOGLE}`)
    await expect(readReplyMail(raw)).resolves.toMatchObject([{ attendee: SAM, sender: null }])
  })

  it('with two different answers gives both', async () => {
    const raw = await mailWith({
      attachments: [GOOGLE, APPLE].map((content, n) => ({
        filename: `${String(n)}.ics`,
        contentType: 'text/calendar',
        content,
      })),
    })
    await expect(readReplyMail(raw)).resolves.toMatchObject([{ answer: 'accepted' }, { answer: 'declined' }])
  })
})

describe('a mail is no answer', () => {
  it.each([
    { when: 'it has no calendar', options: {}, problem: REPLY_PROBLEMS.noCalendarInMail },
    {
      when: 'its calendar is damaged',
      options: part('text/calendar; method=REPLY', 'BEGIN:VCALENDAR'),
      problem: REPLY_PROBLEMS.notACalendar,
    },
    {
      when: 'its calendar invites',
      options: part('text/calendar; method=REQUEST', answer({ METHOD: 'METHOD:REQUEST' })),
      problem: REPLY_PROBLEMS.notAReply,
    },
  ])('when $when', async ({ options, problem }) => {
    await expect(readReplyMail(await mailWith(options))).resolves.toStrictEqual([{ problem, sender: SAM }])
  })

  it('when it is longer than 10 MB', async () => {
    const problem = REPLY_PROBLEMS.mailTooLong
    await expect(readReplyMail(Buffer.alloc(11 * 1024 * 1024))).resolves.toStrictEqual([{ problem, sender: null }])
  })

  it.each([
    Buffer.alloc(0),
    Buffer.from('\u0000\u0001 nothing of the kind'),
    Buffer.from('Content-Type: multipart/mixed\r\n\r\n--\r\n'),
  ])('when it is no mail', async (raw) => {
    await expect(readReplyMail(raw)).resolves.toStrictEqual([
      { problem: REPLY_PROBLEMS.noCalendarInMail, sender: null },
    ])
  })
})
