import { withDatabase, withProcesses } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { textTable } from './textTable'
import { personNamed } from './personNamed'

export interface SendingOptions {
  readonly as?: string
  readonly reason?: string
  readonly json?: boolean
  readonly data: string
}

/** `caseclock sending [hold|release]`: whether mail leaves, what waits, and what did not arrive. */
export async function runSending(what: string | undefined, options: SendingOptions, io: Io): Promise<ExitCode> {
  const { as, reason = '', json = false, data } = options
  if (what === undefined) {
    const { waitingMail } = await import('../queries/waitingMail.js')
    const { undeliveredText } = await import('./undeliveredCommand.js')
    const { held, waiting, undelivered } = await withDatabase(data, waitingMail)
    if (json) io.out(`${JSON.stringify({ format: 1, held, waiting, undelivered }, null, 2)}\n`)
    else {
      io.out(held ? 'Sending is held: nothing leaves.\n' : 'Sending is not held.\n')
      io.out(
        waiting.length === 0
          ? 'No mail waits.\n'
          : textTable(
              ['Mail waits for', 'Job', 'Digests', 'Alerts'],
              waiting.map((one) => [one.person, one.jobTitle, String(one.digests), String(one.alerts)]),
            ),
      )
      io.out(undeliveredText(undelivered))
    }
    return EXIT.done
  }
  if (what !== 'hold' && what !== 'release') throw new CommandFailed(EXIT.usage, `${what} is neither hold nor release.`)
  if (as === undefined) throw new CommandFailed(EXIT.usage, 'Say who acts with --as.')
  if (what === 'hold' && reason.trim() === '')
    throw new CommandFailed(EXIT.usage, 'Say why with --reason: whoever waits for a mail will ask.')
  const { setSending } = await import('../commands/setSending.js')
  return withProcesses(data, io.err, async (deps) => {
    const { id } = await personNamed(deps.db, '--as', as)
    const problem = await setSending(deps, { held: what === 'hold', reason, actorId: id })
    if (problem !== undefined) throw new CommandFailed(EXIT.refused, problem)
    io.out(what === 'hold' ? 'Sending is held. Let it go with: caseclock sending release\n' : 'Sending goes on.\n')
    return EXIT.done
  })
}
