import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { closeUndelivered } from '../commands/closeUndelivered'
import { govukDate } from '../../domain/timeline/govukDate'
import { undelivered, type UndeliveredMail } from '../queries/undelivered'
import { HOWS, isHow } from '../undelivered/how'
import { withDatabase, withProcesses } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { personNamed } from './personNamed'
import { refusedAs } from './refusedAs'
import { textTable } from './textTable'

export interface UndeliveredOptions {
  readonly how?: string
  readonly as?: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

/** `caseclock undelivered [done ID…]`: mail that did not arrive, and how its reader was told instead. */
export async function runUndelivered(
  what: string | undefined,
  ids: readonly string[],
  options: UndeliveredOptions,
  io: Io,
): Promise<ExitCode> {
  if (what === undefined) return list(options, io)
  if (what !== 'done') throw new CommandFailed(EXIT.usage, `${what} is not done. To list: caseclock undelivered`)
  return close(ids, options, io)
}

async function list({ json = false, data }: UndeliveredOptions, io: Io): Promise<ExitCode> {
  const mails = await withDatabase(data, undelivered)
  io.out(json ? `${JSON.stringify({ format: 1, undelivered: mails }, null, 2)}\n` : undeliveredText(mails))
  return EXIT.done
}

const KINDS = { digest: 'digest', alert: 'alert', weekly: 'weekly mail', invitation: 'invitation' } as const

/** The list for people. */
export const undeliveredText = (mails: readonly UndeliveredMail[]): string =>
  mails.length === 0
    ? 'No mail is known not to have arrived.\n'
    : textTable(
        ['Did not arrive', 'To', 'Job', 'What', 'Cases', 'Still open', 'Why'],
        mails.map((one) => [
          one.id,
          one.person,
          one.jobTitle,
          `${KINDS[one.kind]} of ${govukDate(LocalDate.parse(one.since.slice(0, 10)))}`,
          one.cases.join(' '),
          String(one.open),
          one.detail,
        ]),
      )

async function close(ids: readonly string[], options: UndeliveredOptions, io: Io): Promise<ExitCode> {
  const { how = '', as, commandId, data } = options
  if (ids.length === 0) throw new CommandFailed(EXIT.usage, 'Say which mail: caseclock undelivered lists their ids.')
  if (!isHow(how)) throw new CommandFailed(EXIT.usage, `Say how the reader was told with --how: ${HOWS.join(', ')}.`)
  if (as === undefined) throw new CommandFailed(EXIT.usage, 'Say who told them with --as.')
  if (commandId !== undefined && ids.length > 1)
    throw new CommandFailed(EXIT.usage, 'A command id is for one mail: give one id, or leave --command-id out.')
  return withProcesses(data, io.err, async (deps) => {
    const { id: actorId } = await personNamed(deps.db, '--as', as)
    for (const messageId of ids) {
      const closing = { messageId, how, actorId, commandId: commandId ?? randomUUID() }
      const answer = await closeUndelivered(deps, closing)
      if ('refused' in answer) throw refusedAs({ ...answer, todo: `${messageId}: ${answer.todo}` })
      io.out(`${messageId}: ${answer.repeated ? 'was closed by this command before' : 'closed'}.\n`)
    }
    return EXIT.done
  })
}
