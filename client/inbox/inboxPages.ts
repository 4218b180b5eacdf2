import type { InboxRow } from './inboxRow'
import { escape, page } from './page'

export type { InboxRow } from './inboxRow'

/** A page of mails says where they went. */
const sentPage = (title: string, body: string): string =>
  page(title, body, 'These mails were sent by this machine’s own Caseclock and delivered nowhere.')

/** Addresses in the text become links; the rest stays text. */
const linked = (text: string): string =>
  escape(text).replace(/https?:\/\/[^\s<>&]+/g, (address) => `<a href="${address}" rel="noreferrer">${address}</a>`)

const moment = (iso: string): string => iso.slice(0, 16).replace('T', ' ')

const row = (mail: InboxRow): string =>
  `<tr><td>${escape(moment(mail.date === '' ? mail.receivedAt : mail.date))}</td><td>${escape(mail.to)}</td>
<td><a href="/mail/${String(mail.number)}">${escape(mail.subject === '' ? '(no subject)' : mail.subject)}</a></td></tr>`

/** The list of mails, in the order given. Everything that came by mail is shown as text. */
export const inboxPage = (mails: readonly InboxRow[]): string =>
  sentPage(
    `Inbox: ${String(mails.length)} ${mails.length === 1 ? 'mail' : 'mails'}`,
    mails.length === 0
      ? '<p>No mail yet. The morning digest leaves at 07:30 on working days; alerts from 08:00 to 18:00.</p>'
      : `<table><thead><tr><th scope="col">Sent (UTC)</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
<tbody>${mails.map(row).join('')}</tbody></table>`,
  )

/** One mail: its text, its HTML in a frame without any rights, its headers. */
export const mailPage = (mail: InboxRow): string =>
  sentPage(
    mail.subject === '' ? '(no subject)' : mail.subject,
    `<p><a href="/">All mails</a></p><p>To: ${escape(mail.to)}<br>Sent: ${escape(moment(mail.date))} (UTC)<br>Message-ID: ${escape(mail.messageId)}</p>
<h2>Text</h2><pre>${linked(mail.text)}</pre>
${mail.html === '' ? '' : `<h2>As a mail reader shows it</h2><iframe sandbox="" title="The mail’s HTML part" srcdoc="${escape(mail.html)}"></iframe>`}
<details><summary>Headers</summary><pre>${escape(mail.headers.join('\n'))}</pre></details>`,
  )
