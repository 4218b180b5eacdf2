import { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

/** What went wrong in a session. `handedOver`: the server had asked for the text, so it may have taken it. */
export interface SessionFailure {
  readonly handedOver: boolean
  readonly code: string
  /** The server's own answer, when it gave one: 550. */
  readonly responseCode: number | undefined
}

interface Session {
  /** `smtp://host:port`, or `smtps:`, with user and password where the server wants them. */
  readonly url: string
  /** Real milliseconds a server may take for each answer. */
  readonly patienceMs: number
  readonly envelope: { readonly from: string; readonly to: string }
  readonly bytes: Buffer
}

/**
 * One connection, one mail. Undefined when the server took it. A session of our own, not nodemailer's transport: that one gives a line
 * dropped before and a line dropped after the text the same error, and only the first may be tried again for hours.
 */
export function smtpSession({ url, patienceMs, envelope, bytes }: Session): Promise<SessionFailure | undefined> {
  const settings = parseConnectionUrl(url)
  const timeouts = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
  const connection = new SMTPConnection({ ...settings, ...timeouts })
  let handedOver = false
  // Read only after the server has answered DATA with 354.
  const text = new Readable({
    read() {
      handedOver = true
      this.push(bytes)
      this.push(null)
    },
  })
  return new Promise((resolve) => {
    const end = (error?: { code?: string | undefined; responseCode?: number | undefined } | null): void => {
      // Answered before the line is closed: closing emits `end`, which must not become the answer.
      resolve(error ? { handedOver, code: error.code ?? 'failed', responseCode: error.responseCode } : undefined)
      if (error === undefined || error === null) connection.quit()
      else connection.close()
    }
    connection.on('error', end)
    connection.on('end', () => {
      end({ code: 'ECONNECTION' })
    })
    const deliver = (): void => {
      connection.send({ from: envelope.from, to: [envelope.to] }, text, (error) => {
        end(error)
      })
    }
    connection.connect((failed) => {
      if (failed) end(failed)
      else if (settings.auth?.user === undefined) deliver()
      else {
        const { user, pass } = settings.auth
        connection.login({ user, credentials: { user, pass } }, (refused) => {
          if (refused) end(refused)
          else deliver()
        })
      }
    })
  })
}
