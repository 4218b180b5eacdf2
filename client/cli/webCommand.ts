import { openDatabase } from '../../prisma/database'
import { startFeedServer } from '../calendar-feed/feedServer'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'

export interface WebOptions {
  /** 3000 unless told; 0 for any free one. */
  readonly port?: number
  /** Loopback unless told. Another only behind something that speaks TLS. */
  readonly host?: string
}

const PORT = 3000
const CONNECTIONS = 4

/** `caseclock web`: the calendars people subscribe to, and health, until it is told to end. DATABASE_URL from the environment. */
export async function runWeb({ port = PORT, host = '127.0.0.1' }: WebOptions, io: Io): Promise<ExitCode> {
  const { DATABASE_URL: url } = process.env
  if (url === undefined || url === '') throw new CommandFailed(EXIT.usage, 'DATABASE_URL is not set. See .env.example.')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CommandFailed(EXIT.usage, '--port is a whole number from 0 to 65535.')
  const stopping = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        resolve()
      })
  })
  const db = openDatabase(url, CONNECTIONS)
  try {
    const server = await startFeedServer({ db, host, port }).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : 'unknown error'
      throw new CommandFailed(
        EXIT.away,
        `Nothing could listen on ${host}, port ${String(port)} (${why}). Choose another with --port.`,
      )
    })
    io.out(`web ${server.address}\n`)
    await stopping
    await server.close()
    return EXIT.done
  } finally {
    await db.$disconnect()
  }
}
