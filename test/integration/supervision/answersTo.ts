import ICAL from 'ical.js'
import MailComposer from 'nodemailer/lib/mail-composer'

/** What of an answer is to be otherwise than a calendar program writes it. */
export interface Answering {
  readonly program: 'outlook' | 'google' | 'apple'
  readonly answer: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'
  /** DTSTAMP, as a calendar has it: 20260302T081503Z. */
  readonly stamp: string
  readonly comment?: string
  /** Who answers, where it is not who was invited. */
  readonly attendee?: string
  /** Who sends it, where it is not who answers. */
  readonly from?: string
  readonly uid?: string
}

export interface MailedAnswer {
  /** The calendar in it. */
  readonly ics: string
  readonly from: string
  readonly to: string
  readonly raw: Buffer
}

/** The answer of a calendar program to an invitation, as it was read from the mail that invited: its UID, its SEQUENCE, to its ORGANIZER. */
export async function answerTo(invitation: string, answering: Answering): Promise<MailedAnswer> {
  const event = new ICAL.Component(ICAL.parse(invitation) as unknown[]).getFirstSubcomponent('vevent')
  const read = (name: string): string => String(event?.getFirstPropertyValue(name))
  const to = read('organizer').replace(/^mailto:/i, '')
  const attendee = answering.attendee ?? read('attendee').replace(/^mailto:/i, '')
  const from = answering.from ?? attendee
  const ics = [
    ...['BEGIN:VCALENDAR', 'METHOD:REPLY', `PRODID:${PRODUCTS[answering.program]}`, 'VERSION:2.0', 'BEGIN:VEVENT'],
    ...ATTENDEES[answering.program]({ ...answering, attendee }),
    ...[`UID:${answering.uid ?? read('uid')}`, `SEQUENCE:${read('sequence')}`, `DTSTAMP:${answering.stamp}`],
    ...[`SUMMARY:${read('summary').replaceAll(',', '\\,')}`, 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n')
  return { ics, from, to, raw: await mailWith([ics], { from, to, program: answering.program }) }
}

const PRODUCTS = {
  outlook: 'Microsoft Exchange Server 2010',
  google: '-//Google Inc//Google Calendar 70.9054//EN',
  apple: '-//Apple Inc.//macOS 15.6//EN',
} as const

type Attendee = (answering: Answering & { readonly attendee: string }) => readonly string[]

const ATTENDEES: Readonly<Record<Answering['program'], Attendee>> = {
  outlook: ({ answer, comment = '', attendee }) => [
    `ATTENDEE;PARTSTAT=${answer};CN="Somebody (North 1)":MAILTO:${attendee.toUpperCase()}`,
    ...(comment === '' ? [] : [`COMMENT;LANGUAGE=en-GB:${comment}\\n\\n`]),
  ],
  google: ({ answer, comment = '', attendee }) => [
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer};CN=Somebody;X-NUM-GUESTS=0`,
    ...(comment === '' ? [] : [` ;X-RESPONSE-COMMENT="${comment}"`]),
    ` :mailto:${attendee}`,
  ],
  apple: ({ answer, comment = '', attendee }) => [
    `ATTENDEE;CN=Somebody;CUTYPE=INDIVIDUAL;EMAIL=${attendee};PARTSTAT=${answer};ROLE=REQ-PARTICIPANT:mailto:${attendee}`,
    ...(comment === '' ? [] : [`COMMENT:${comment}`]),
  ],
}

/** A mail with calendars, where each program puts one: Outlook beside the text, Google there and as an attachment, Apple as an attachment. */
export function mailWith(
  calendars: readonly string[],
  { from, to, program }: { readonly from: string; readonly to: string; readonly program: Answering['program'] },
): Promise<Buffer> {
  const parts = calendars.map((content) => ({ contentType: 'text/calendar; charset=utf-8; method=REPLY', content }))
  const attached = calendars.map((content) => ({ filename: 'invite.ics', contentType: 'application/ics', content }))
  return new MailComposer({
    ...{ from, to, subject: 'Accepted: group supervision', text: 'An answer to your invitation.' },
    ...(program === 'apple' ? {} : { alternatives: parts }),
    ...(program === 'outlook' ? {} : { attachments: attached }),
  })
    .compile()
    .build()
}
