import { openDatabase } from '../../prisma/database'
import { oidcSignIn } from '../web/sign-in/oidcSignIn'
import { oidcSettings } from '../web/sign-in/oidcSettings'
import { startWeb } from '../web/startWeb'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { processesFor } from './processesFor'

export interface WebOptions {
  /** 3000 unless told; 0 for any free one. */
  readonly port?: number
  /** Loopback unless told. Another only behind something that speaks TLS. */
  readonly host?: string
}

const PORT = 3000
const CONNECTIONS = 10

/** `caseclock web`: the pages, the calendars people subscribe to, and health, until it is told to end. Everything from the environment: .env.example. */
export async function runWeb({ port = PORT, host = '127.0.0.1' }: WebOptions, io: Io): Promise<ExitCode> {
  const {
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: temporal = '127.0.0.1:7233',
    TEMPORAL_NAMESPACE = 'default',
  } = process.env
  if (url === undefined || url === '') throw new CommandFailed(EXIT.usage, 'DATABASE_URL is not set. See .env.example.')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CommandFailed(EXIT.usage, '--port is a whole number from 0 to 65535.')
  const settings = oidcSettings(process.env, host)
  if (typeof settings === 'string') throw new CommandFailed(EXIT.usage, settings)
  const stopping = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        resolve()
      })
  })
  const log = (line: string): void => {
    io.err(`${line}\n`)
  }
  const db = openDatabase(url, CONNECTIONS)
  const temporalSide = processesFor({ address: temporal, namespace: TEMPORAL_NAMESPACE }, log)
  try {
    const server = await startWeb({
      ...{ db, processes: temporalSide.processes, host, port, log, settings: settings.web },
      signIn: oidcSignIn({ oidc: settings.oidc, baseUrl: settings.web.baseUrl, log }),
    }).catch((error: unknown) => {
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
    await temporalSide.close()
    await db.$disconnect()
  }
}
