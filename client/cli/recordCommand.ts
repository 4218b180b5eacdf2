import { randomUUID } from 'node:crypto'
import { isRefusal } from '../commands/command'
import { recordEvent } from '../commands/recordEvent'
import { withProcesses } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { personNamed } from './personNamed'

export interface RecordOptions {
  readonly on?: string
  readonly data?: string
  readonly child?: readonly string[]
  readonly corrects?: string
  readonly void?: boolean
  readonly version?: number
  readonly commandId?: string
  readonly as?: string
  readonly json?: boolean
  readonly dataFolder?: string
}

/** `caseclock record`: appends a fact and nudges the case's clock. */
export const runRecord = (ref: string, kind: string, options: RecordOptions, io: Io): Promise<ExitCode> =>
  withProcesses(options.dataFolder ?? '.caseclock', io.err, async (deps) => {
    const actor = await personNamed(deps.db, '--as', options.as ?? '')
    const answer = await recordEvent(deps, {
      ref,
      kind,
      data: parseData(options.data ?? '{}'),
      actorId: actor.id,
      commandId: options.commandId ?? randomUUID(),
      ...(options.on === undefined ? {} : { on: options.on }),
      ...(options.child === undefined ? {} : { children: options.child }),
      ...(options.corrects === undefined ? {} : { supersedes: options.corrects }),
      ...(options.void === undefined ? {} : { void: options.void }),
      ...(options.version === undefined ? {} : { seenVersion: options.version }),
    })
    if (options.json === true) io.out(`${JSON.stringify(answer, null, 2)}\n`)
    if (isRefusal(answer))
      throw new CommandFailed(answer.refused === 'not-allowed' ? EXIT.refused : EXIT.usage, answer.todo)
    if (options.json !== true) {
      io.out(
        answer.repeated
          ? `Recorded before, as event ${answer.eventIds.join(', ')}; nothing was added.\n`
          : `Recorded on case ${ref} as event ${answer.eventIds.join(', ')}.\n`,
      )
    }
    return EXIT.done
  })

function parseData(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandFailed(
      EXIT.usage,
      `--data ${text} is not JSON. Write it like --data '{"outcome":"continue","quorate":true}'.`,
    )
  }
}
