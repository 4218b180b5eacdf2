import MailComposer from 'nodemailer/lib/mail-composer'
import { calendarParts } from '../ical/calendarParts'
import type { InvitationMethod } from '../ical/invitation'
import { oneLine } from './oneLine'
import { smtpSession, type SessionFailure } from './smtpSession'

export interface OutgoingMail {
  readonly to: { readonly name: string; readonly address: string }
  readonly messageId: string
  /** Epoch milliseconds; the Date header. */
  readonly date: number
  readonly subject: string
  readonly text: string
  readonly html: string
  /** An invitation, or one taken back: text/calendar. */
  readonly calendar?: string | null
}

/** `unknown`: the server may or may not have taken it. Details hold no addresses: they reach logs. */
export type SendResult =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly permanent: boolean; readonly detail: string }
  | { readonly outcome: 'unknown'; readonly detail: string }

export interface MailTransport {
  send(mail: OutgoingMail): Promise<SendResult>
  close(): void
}

export interface MailSettings {
  /** `smtp://host:port`. */
  readonly url: string
  readonly from: string
  /** Names the stream of mails for readers' filters: `caseclock.example`. */
  readonly listId: string
  /** Real milliseconds a mail server may take for each answer; 15 seconds unless told. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 15_000

/**
 * Sends by SMTP, one connection a mail. The same mail is the same bytes every time: Message-ID, Date and boundary are fixed. Never throws
 * for what a server answers.
 */
export function mailTransport({ url, from, listId, patienceMs = PATIENCE_MS }: MailSettings): MailTransport {
  return {
    send: async (mail) => {
      const node = compose(mail, { from, listId })
      const { from: sender, to } = node.getEnvelope()
      const [recipient] = to
      if (sender === false || recipient === undefined) return NO_ADDRESS
      const bytes = await node.build()
      const failure = await smtpSession({ url, patienceMs, envelope: { from: sender, to: recipient }, bytes })
      return failure === undefined ? { outcome: 'sent' } : classify(failure)
    },
    close: () => undefined, // nothing is kept open between mails
  }
}

const NO_ADDRESS: SendResult = {
  outcome: 'refused',
  permanent: true,
  detail: 'The sender or the reader has no valid e-mail address. Correct it, then send again.',
}

function compose(mail: OutgoingMail, { from, listId }: { from: string; listId: string }) {
  const content = {
    from,
    to: { name: oneLine(mail.to.name), address: mail.to.address },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    date: new Date(mail.date),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'List-Id': `<${listId}>` },
    ...(mail.calendar == null ? {} : calendarParts(mail.calendar, methodOf(mail.calendar))),
    baseBoundary: mail.messageId.replace(/[^0-9a-f]/g, '').slice(0, 24),
  }
  return new MailComposer(content).compile()
}

const methodOf = (calendar: string): InvitationMethod =>
  calendar.includes('\r\nMETHOD:CANCEL\r\n') ? 'CANCEL' : 'REQUEST'

/** A sign-in or greeting that is refused says nothing about the mail: it is tried again once somebody has put it right. */
const ABOUT_THIS_MAIL = new Set(['EENVELOPE', 'EMESSAGE'])

function classify({ handedOver, code, responseCode }: SessionFailure): SendResult {
  if (responseCode !== undefined) {
    const detail = `The mail server answered ${String(responseCode)}.`
    return { outcome: 'refused', permanent: responseCode >= 500 && ABOUT_THIS_MAIL.has(code), detail }
  }
  if (handedOver)
    return { outcome: 'unknown', detail: `The connection ended before the mail server answered (${code}).` }
  // Before the text was handed over nothing can have been taken.
  const detail = `The mail server could not be reached (${code}). It is tried again; check that it runs and that SMTP_URL is right.`
  return { outcome: 'refused', permanent: false, detail }
}
