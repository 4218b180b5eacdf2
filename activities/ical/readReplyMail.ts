import { simpleParser, type Attachment, type ParsedMail } from 'mailparser'
import { readReply } from './readReply'
import type { Reply, ReplyProblem } from './reply'
import { REPLY_PROBLEMS } from './replyProblems'

/** An answer, and who sent the mail it came in: lower case, null when From does not name one address. From can be forged. */
export type MailedReply = (Reply | ReplyProblem) & { readonly sender: string | null }

const LONGEST_BYTES = 10 * 1024 * 1024
const MOST_CALENDARS = 10

/**
 * Every answer in a mail, in its order: from a text/calendar part, an .ics attachment, or both, as Google sends it, where the same answer counts
 * once. At least one: a mail without a calendar gives a problem. An answer for somebody else than the sender is returned all the same: compare
 * `attendee` with `sender`. Never throws. Source: RFC 6047, section 2.4.
 */
export async function readReplyMail(raw: Buffer): Promise<readonly MailedReply[]> {
  if (raw.byteLength > LONGEST_BYTES) return [{ problem: REPLY_PROBLEMS.mailTooLong, sender: null }]
  let mail: ParsedMail
  try {
    mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true })
  } catch {
    return [{ problem: REPLY_PROBLEMS.unreadableMail, sender: null }]
  }
  const sender = senderOf(mail)
  const calendars = mail.attachments.filter(isCalendar).slice(0, MOST_CALENDARS)
  if (calendars.length === 0) return [{ problem: REPLY_PROBLEMS.noCalendarInMail, sender }]
  const answers = calendars.map((part): MailedReply => ({ ...readReply(textOf(part)), sender }))
  return [...new Map(answers.map((answer) => [JSON.stringify(answer), answer])).values()]
}

/** Of two From headers the one that was checked on the way may be the other. */
function senderOf({ from, headerLines }: ParsedMail): string | null {
  const [first, ...more] = (from?.value ?? []).flatMap((one) => one.group ?? [one])
  const address = first?.address?.toLowerCase() ?? ''
  const isOnly = more.length === 0 && headerLines.filter(({ key }) => key === 'from').length === 1
  return isOnly && address !== '' ? address : null
}

/** Some gateways call an .ics file application/octet-stream. */
const isCalendar = ({ contentType, filename }: Attachment): boolean =>
  /^(text\/calendar|application\/ics)$/i.test(contentType) || /\.ics$/i.test(filename ?? '')

/** mailparser decodes the character set of text/plain and text/html only. */
function textOf({ content, headers }: Attachment): string {
  const type = headers.get('content-type')
  const charset = typeof type === 'object' && 'params' in type ? type.params['charset'] : undefined
  try {
    return new TextDecoder(charset).decode(content)
  } catch {
    return content.toString('utf8') // a character set nobody knows
  }
}
