import path from 'node:path'
import { startInbox } from '../inbox/inbox'
import { EXIT, type ExitCode, type Io } from './io'

/** `caseclock inbox`: the mail sink by itself, until it is stopped. */
export async function runInbox({ data }: { data: string }, io: Io): Promise<ExitCode> {
  const inbox = await startInbox({
    folder: path.join(data, 'mail'),
    smtpPort: Number(process.env['SMTP_PORT'] ?? '1025'),
    host: process.env['INBOX_HOST'] ?? '127.0.0.1',
    webPort: Number(process.env['INBOX_PORT'] ?? '1080'),
  })
  io.out(`inbox http://127.0.0.1:${String(inbox.webPort)}  smtp 127.0.0.1:${String(inbox.smtpPort)}\n`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
  await inbox.stop()
  return EXIT.done
}
