import type { InboxRow } from './inboxRow'

export type { InboxRow } from './inboxRow'

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const STYLE = `body{font:16px/1.5 Arial,sans-serif;color:#0b0c0c;max-width:60rem;margin:0 auto;padding:1rem}
header{border-bottom:6px solid #1d70b8;margin-bottom:1rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.5rem;border-bottom:1px solid #b1b4b6;vertical-align:top}pre{white-space:pre-wrap;font:inherit}
iframe{width:100%;height:32rem;border:1px solid #b1b4b6}a{color:#1d70b8}.quiet{color:#505a5f}`

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>${STYLE}</style></head><body><header><h1>${escape(title)}</h1></header><main>${body}</main>
<p class="quiet">These mails were sent by this machine’s own Caseclock and delivered nowhere.</p></body></html>`

/** Addresses in the text become links; the rest stays text. */
const linked = (text: string): string =>
  escape(text).replace(/https?:\/\/[^\s<>&]+/g, (address) => `<a href="${address}" rel="noreferrer">${address}</a>`)

const moment = (iso: string): string => iso.slice(0, 16).replace('T', ' ')

const row = (mail: InboxRow): string =>
  `<tr><td>${escape(moment(mail.date === '' ? mail.receivedAt : mail.date))}</td><td>${escape(mail.to)}</td>
<td><a href="/mail/${String(mail.number)}">${escape(mail.subject === '' ? '(no subject)' : mail.subject)}</a></td></tr>`

/** The list of mails, in the order given. Everything that came by mail is shown as text. */
export const inboxPage = (mails: readonly InboxRow[]): string =>
  page(
    `Inbox: ${String(mails.length)} ${mails.length === 1 ? 'mail' : 'mails'}`,
    mails.length === 0
      ? '<p>No mail yet. The morning digest leaves at 07:30 on working days; alerts from 08:00 to 18:00.</p>'
      : `<table><thead><tr><th scope="col">Sent (UTC)</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
<tbody>${mails.map(row).join('')}</tbody></table>`,
  )

/** One mail: its text, its HTML in a frame without any rights, its headers. */
export const mailPage = (mail: InboxRow): string =>
  page(
    mail.subject === '' ? '(no subject)' : mail.subject,
    `<p><a href="/">All mails</a></p><p>To: ${escape(mail.to)}<br>Sent: ${escape(moment(mail.date))} (UTC)<br>Message-ID: ${escape(mail.messageId)}</p>
<h2>Text</h2><pre>${linked(mail.text)}</pre>
${mail.html === '' ? '' : `<h2>As a mail reader shows it</h2><iframe sandbox="" title="The mail’s HTML part" srcdoc="${escape(mail.html)}"></iframe>`}
<details><summary>Headers</summary><pre>${escape(mail.headers.join('\n'))}</pre></details>`,
  )
