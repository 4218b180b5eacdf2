import type { InvitationMethod } from './invitation'

/** What MailComposer takes besides text and html. */
export interface CalendarParts {
  readonly alternatives: [
    { readonly contentType: string; readonly contentTransferEncoding: 'base64'; readonly content: string },
  ]
}

/**
 * The invitation as the last part of multipart/alternative, after text/plain and text/html: what Outlook, Google and Apple offer to answer.
 * nodemailer's `icalEvent` would put all of it into multipart/mixed, with a second copy as the attachment `invite.ics`, which names no method.
 * Base64 keeps the line ends. Throws when the method is not that of the calendar: programs then show an attachment in place of the invitation.
 * Source: RFC 6047, sections 2.4 and 2.5.
 */
export function calendarParts(ics: string, method: InvitationMethod): CalendarParts {
  if (!ics.includes(`\r\nMETHOD:${method}\r\n`))
    throw new Error(`This calendar has another METHOD than ${method}. Write both with the same one.`)
  const contentType = `text/calendar; method=${method}; charset=utf-8`
  return { alternatives: [{ contentType, contentTransferEncoding: 'base64', content: ics }] }
}
