import { randomUUID } from 'node:crypto'
import { makeFeed, revokeFeed } from '../../commands/supervision/feedToken'
import type { FeedCommand } from '../../commands/supervision/feedActing'
import type { CommandDeps } from '../../commands/command'
import { findAddresses, withProcesses } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { personNamed } from '../personNamed'
import { refusedAs } from '../refusedAs'

export interface FeedOptions {
  readonly as: string
  /** Ends the address in place of making one. */
  readonly revoke?: boolean
  /** Whose it is; who acts unless told. */
  readonly of?: string
  readonly json?: boolean
  readonly commandId?: string
  readonly data: string
}

/** `caseclock supervision feed`: the address of somebody's own calendar, shown once, or its end. */
export const runFeed = (options: FeedOptions, io: Io): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const actor = await personNamed(deps.db, '--as', options.as)
    const person = options.of === undefined ? actor : await personNamed(deps.db, '--of', options.of)
    const command = { personId: person.id, actorId: actor.id, commandId: options.commandId ?? randomUUID() }
    return options.revoke === true ? end(deps, command, options, io) : make(deps, command, options, io)
  })

async function make(deps: CommandDeps, command: FeedCommand, { json, data }: FeedOptions, io: Io): Promise<ExitCode> {
  const base = baseAddress(data)
  const made = await makeFeed(deps, command)
  if ('refused' in made) throw refusedAs(made)
  const { id, secret, replaced } = made
  const address = `${base}/calendar/${secret}.ics`
  if (json === true) io.out(`${JSON.stringify({ format: 1, id, address, replaced }, null, 2)}\n`)
  else io.out(`${address}\n`)
  io.err(`${replaced ? 'The address before it works no longer. ' : ''}${SHOWN_ONCE}\n`)
  return EXIT.done
}

const SHOWN_ONCE =
  'Subscribe to this address in your calendar. It is shown once, and whoever has it sees your sessions: keep it as you keep a password. It ends with caseclock supervision feed --revoke.'

async function end(deps: CommandDeps, command: FeedCommand, { json }: FeedOptions, io: Io): Promise<ExitCode> {
  const revoked = await revokeFeed(deps, command)
  if ('refused' in revoked) throw refusedAs(revoked)
  const { repeated } = revoked
  if (json === true) io.out(`${JSON.stringify({ format: 1, revoked: true, repeated }, null, 2)}\n`)
  else io.out(repeated ? 'There was no address that works. Nothing was changed.\n' : 'The address works no longer.\n')
  return EXIT.done
}

/** Where the calendars are served: by the running demo, else at BASE_URL. Asked first: a secret without its address would be lost. */
function baseAddress(data: string): string {
  const { web } = findAddresses(data) as { readonly web?: string }
  const base = web ?? process.env['BASE_URL']
  if (base === undefined || base === '')
    throw new CommandFailed(
      EXIT.usage,
      'BASE_URL is not set: it is where people reach `caseclock web`, https://caseclock.example. Nothing was made.',
    )
  return base.replace(/\/+$/, '')
}
