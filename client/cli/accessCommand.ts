import { randomUUID } from 'node:crypto'
import { readClock } from '../../activities/clock'
import { londonDay } from '../../domain/calendar/london'
import type { Database } from '../../prisma/database'
import { changeAccess, type AccessChange } from '../commands/changeAccess'
import { accessList } from '../queries/accessList'
import { withDatabase, withProcesses } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { parseDay } from './parseDay'
import { personNamed } from './personNamed'
import { refusedAs } from './refusedAs'
import { textTable } from './textTable'

export interface AccessOptions {
  readonly from?: string
  readonly to?: string
  readonly reason?: string
  readonly as?: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

interface Asked {
  readonly ref: string
  readonly what: string | undefined
  readonly person: string | undefined
}

const SAID = {
  restrict: 'The case is restricted: only who has been given access may open it, and is told of it.',
  lift: 'The case is restricted no longer.',
  grant: 'Access given.',
  revoke: 'Access taken back. What waited for them has been taken back too, or is before it leaves.',
} as const

/** `caseclock access`: who may open a case, and changing that. */
export async function runAccess(asked: Asked, options: AccessOptions, io: Io): Promise<ExitCode> {
  if (asked.what === undefined) return showAccess(asked.ref, options, io)
  const { as } = options
  if (as === undefined) throw new CommandFailed(EXIT.usage, 'Say who acts with --as.')
  return withProcesses(options.data, io.err, async (deps) => {
    const change = await readChange(deps.db, asked, options)
    const actor = await personNamed(deps.db, '--as', as)
    const answer = await changeAccess(deps, {
      ...{ ref: asked.ref, change, reason: options.reason ?? '', actorId: actor.id },
      commandId: options.commandId ?? randomUUID(),
    })
    if (options.json === true) io.out(`${JSON.stringify(answer, null, 2)}\n`)
    if ('refused' in answer) throw refusedAs(answer)
    if (options.json !== true) io.out(`${answer.repeated ? 'Done before; nothing was changed.' : SAID[change.what]}\n`)
    return EXIT.done
  })
}

async function readChange(db: Database, { what, person }: Asked, { from, to }: AccessOptions): Promise<AccessChange> {
  if (what === 'restrict') return { what }
  if (what === 'lift') return { what }
  if (what !== 'grant' && what !== 'revoke')
    throw new CommandFailed(EXIT.usage, `${what ?? ''} is none of restrict, lift, grant, revoke.`)
  const { id: personId } = await personNamed(db, 'PERSON', person ?? '')
  if (what === 'revoke') return { what, personId }
  return {
    ...{ what, personId },
    from: from === undefined ? null : parseDay('--from', from),
    to: to === undefined ? null : parseDay('--to', to),
  }
}

const showAccess = (ref: string, { json, data }: AccessOptions, io: Io): Promise<ExitCode> =>
  withDatabase(data, async (db) => {
    const page = await accessList(db, ref, londonDay((await readClock(db)).now).toString())
    if (page === undefined)
      throw new CommandFailed(EXIT.usage, `There is no case ${ref}. \`caseclock due\` lists references.`)
    if (json === true) {
      io.out(`${JSON.stringify({ format: 1, ...page }, null, 2)}\n`)
      return EXIT.done
    }
    const { restricted, people } = page
    io.out(
      restricted === null
        ? `Case ${ref} is not restricted.\n`
        : `Case ${ref} is restricted since ${restricted.since.slice(0, 10)} by ${restricted.by}: ${restricted.reason}\n`,
    )
    io.out(
      people.length === 0
        ? 'Nobody has been given access of their own.\n'
        : textTable(
            ['Who', 'From', 'To', 'Given by', 'Why'],
            people.map((one) => [one.name, one.from_on, one.to_on ?? '', one.by, one.reason]),
          ),
    )
    return EXIT.done
  })
