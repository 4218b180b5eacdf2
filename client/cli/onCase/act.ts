import { randomUUID } from 'node:crypto'
import type { Accepted, CommandDeps, Refusal } from '../../commands/command'
import type { CaseCommand } from '../../commands/onCase/caseCommand'
import type { Database } from '../../../prisma/database'
import { withDatabase, withProcesses } from '../connect'
import { EXIT, type ExitCode, type Io } from '../io'
import { personNamed } from '../personNamed'
import { refusedAs } from '../refusedAs'

/** What every command that records on a case takes. */
export interface ActOptions {
  readonly as: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

/** What is said once it was recorded; `json` beside the answer where it was asked for as JSON. */
interface Said {
  readonly text: string
  readonly json?: Readonly<Record<string, unknown>>
}

/** Runs a command on a case as somebody, and says what came of it, or ends with what to do. */
export const actOn = <A extends Accepted>(
  ref: string,
  options: ActOptions,
  {
    io,
    run,
    say,
  }: {
    readonly io: Io
    readonly run: (deps: CommandDeps, command: CaseCommand) => Promise<A | Refusal>
    readonly say: (answer: A) => Said
  },
): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const actor = await personNamed(deps.db, '--as', options.as)
    const command = { ref, actorId: actor.id, commandId: options.commandId ?? randomUUID() }
    const answer = await run(deps, command)
    if ('refused' in answer) {
      if (options.json === true) io.out(`${JSON.stringify(answer, null, 2)}\n`)
      throw refusedAs(answer)
    }
    const { text, json = {} } = say(answer)
    if (options.json === true) io.out(`${JSON.stringify({ ...answer, ...json }, null, 2)}\n`)
    else io.out(answer.repeated ? `Recorded before; nothing was added. ${text}\n` : `${text}\n`)
    return EXIT.done
  })

/** Opens a page of a case for somebody, and prints it as text or JSON. */
export const showTo = <T extends object>(
  options: Omit<ActOptions, 'commandId'>,
  {
    io,
    ask,
    print,
  }: {
    readonly io: Io
    readonly ask: (db: Database, readerId: string) => Promise<T | Refusal>
    readonly print: (page: T) => string
  },
): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const reader = await personNamed(db, '--as', options.as)
    const page = await ask(db, reader.id)
    if ('refused' in page) throw refusedAs(page)
    io.out(options.json === true ? `${JSON.stringify(page, null, 2)}\n` : print(page))
    return EXIT.done
  })
