import { CommandFailed, EXIT, type ExitCode, type Io } from './io'

const needed = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === '')
    throw new CommandFailed(EXIT.usage, `${name} is not set. See .env.example for what a worker needs.`)
  return value
}

/** `caseclock worker`: settings from the environment. Ends on SIGTERM or SIGINT after handing its work back. */
export async function runWorkerCommand(io: Io): Promise<ExitCode> {
  const { runWorker } = await import('../../worker/runWorker.js')
  const stopping = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        resolve()
      })
  })
  await runWorker(
    {
      databaseUrl: needed('DATABASE_URL'),
      temporalAddress: needed('TEMPORAL_ADDRESS'),
      namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'default',
      smtpUrl: needed('SMTP_URL'),
      mailFrom: process.env['MAIL_FROM'] ?? 'Caseclock <caseclock@caseclock.example>',
      listId: process.env['MAIL_LIST_ID'] ?? 'caseclock.example',
      baseUrl: process.env['BASE_URL'] ?? 'http://127.0.0.1:3000',
      healthPort: Number(process.env['HEALTH_PORT'] ?? '0'),
      mailsPerSecond: Number(process.env['MAILS_PER_SECOND'] ?? '20'),
      log: (line) => {
        io.err(`${line}\n`)
      },
    },
    stopping,
  )
  return EXIT.done
}
