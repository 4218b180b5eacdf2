import { SMTPServer } from 'smtp-server'

/** How the sink answers a mail instead of taking it: what a mail server can do to us. */
export type Refusal = 'permanent' | 'temporary' | 'drop-after-data'

interface Sink {
  /** Keeps a mail; `to` is whom the envelope names. It must be safe when this returns: only then the sender is told that it was taken. */
  readonly keep: (bytes: Buffer, to: readonly string[]) => void
  /** Asked for the n-th mail since the start, and its reader's address. */
  readonly refuse: ((n: number, to: string) => Refusal | undefined) | undefined
}

/** An SMTP server that delivers nowhere. `drop-after-data` keeps the mail and hangs up before the answer, as a lost connection does. */
export function sinkServer({ keep, refuse }: Sink): SMTPServer {
  let asked = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        asked += 1
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const answer = refuse?.(asked, to[0] ?? '')
        if (answer === 'permanent' || answer === 'temporary') {
          callback(Object.assign(new Error('Refused'), { responseCode: answer === 'permanent' ? 550 : 451 }))
          return
        }
        try {
          keep(Buffer.concat(chunks), to)
        } catch {
          callback(Object.assign(new Error('The mail could not be kept'), { responseCode: 451 }))
          return
        }
        if (answer === 'drop-after-data') hangUp(server, session.id)
        else callback()
      })
    },
  })
  return server
}

/** Ends one sender's connection without an answer. */
function hangUp(server: SMTPServer, sessionId: string): void {
  const open = (server as unknown as { connections: Set<{ id: string; _socket?: { destroy(): void } }> }).connections
  for (const connection of open) if (connection.id === sessionId) connection._socket?.destroy()
}
