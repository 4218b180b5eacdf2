import { simpleParser, type ParsedMail } from 'mailparser'
import { deliveryStatus, headerFields, messageIds, type ReaderStatus } from './deliveryStatus'

/** What a mail system reports about a mail it was given. */
export interface Report {
  /** What it may be about, the surest first: the mail it returned, then what its own headers name. */
  readonly about: readonly string[]
  readonly readers: readonly ReaderStatus[]
}

export interface Unreadable {
  readonly unreadable: string
}

const STATUS = /^message\/(global-)?delivery-status$/
const RETURNED = /^(message\/(rfc822|rfc822-headers|global|global-headers)|text\/rfc822-headers)$/

const NO_REPORT =
  'This is no delivery status notification (multipart/report with a message/delivery-status part, RFC 3464). An answer of a person, or of their mailbox, is no bounce: nothing was recorded.'

/**
 * Reads a delivery status notification. Only a report counts: an out-of-office answer names our mail in its headers too. Readers' addresses in it are compared and
 * never kept.
 */
export async function readBounce(bytes: Buffer): Promise<Report | Unreadable> {
  let mail: ParsedMail
  try {
    mail = await simpleParser(bytes, {
      keepDeliveryStatus: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
    })
  } catch (error) {
    return { unreadable: `This mail cannot be read (${error instanceof Error ? error.message : 'unknown error'}).` }
  }
  const parts = mail.attachments.map(({ contentType, content }) => ({ contentType, text: content.toString('utf8') }))
  const status = parts.filter(({ contentType }) => STATUS.test(contentType)).map(({ text }) => deliveryStatus(text))
  if (status.length === 0) return { unreadable: NO_REPORT }
  const readers = status.flatMap((one) => one.readers)
  if (readers.length === 0)
    return {
      unreadable: 'This report says of no reader what became of the mail (no Action field): nothing was recorded.',
    }
  const returned = parts
    .filter(({ contentType }) => RETURNED.test(contentType))
    .flatMap(({ text }) => messageIds(headOf(text).get('message-id') ?? ''))
  const own = headOf(mail.headerLines.map(({ line }) => line).join('\n'))
  const named = ['original-message-id', 'x-original-message-id', 'in-reply-to', 'references'].flatMap((name) =>
    messageIds(own.get(name) ?? ''),
  )
  return { about: [...new Set([...returned, ...status.flatMap((one) => one.about), ...named])].slice(0, 50), readers }
}

const headOf = (text: string): ReadonlyMap<string, string> => headerFields(text.split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? '')

/**
 * What became of a mail that had one reader. Where the report names their address, that; else its worst news: an address that is passed on to several was
 * not reached where one of them was not.
 */
export function whatBecame(readers: readonly ReaderStatus[], sentTo: string): ReaderStatus | undefined {
  const mine = readers.filter(({ address }) => address === sentTo.toLowerCase())
  const asked = mine.length > 0 ? mine : readers
  return asked.find(({ action }) => action === 'failed') ?? asked.find(({ action }) => action === 'delayed') ?? asked[0]
}
