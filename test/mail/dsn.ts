/** A delivery status notification as mail systems write them (RFC 3464). Everything in it is made up. */
export interface Dsn {
  readonly messageId?: string
  readonly readers?: readonly {
    readonly to: string
    readonly action: string
    readonly status?: string
    readonly diagnostic?: string
  }[]
  /** How the mail is returned: whole, its head only, or not at all. */
  readonly returned?: 'message/rfc822' | 'text/rfc822-headers' | 'none'
  readonly headers?: readonly string[]
  readonly statusFields?: readonly string[]
}

export function dsn({
  messageId = '<a1@caseclock.test.example>',
  readers = [{ to: 'teammanager@test.example', action: 'failed' }],
  returned = 'message/rfc822',
  headers = [],
  statusFields = [],
}: Dsn = {}): Buffer {
  const perReader = readers.flatMap(({ to, action, status = '5.1.1', diagnostic }) => [
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic ?? `smtp; 550 5.1.1 <${to}>:\r\n    Recipient address rejected`}`,
  ])
  const copy =
    returned === 'none'
      ? []
      : [
          '--b1',
          `Content-Type: ${returned}`,
          '',
          'From: Caseclock <caseclock@test.example>',
          'Subject: Held up',
          `Message-ID:\r\n ${messageId}`,
          '',
          'Message-ID: <not-this-one@elsewhere.example>',
        ]
  return Buffer.from(
    [
      'From: Mail Delivery System <MAILER-DAEMON@mx.test.example>',
      'To: caseclock@test.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      ...headers,
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain',
      '',
      'The mail could not be delivered.',
      '--b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.test.example',
      ...statusFields,
      ...perReader,
      '',
      ...copy,
      '--b1--',
      '',
    ].join('\r\n'),
  )
}
