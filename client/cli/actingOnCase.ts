import { randomUUID } from 'node:crypto'
import type { CaseAnswer } from '../commands/onCase/caseCommand'
import type { CommandDeps } from '../commands/command'
import { withProcesses } from './connect'
import { EXIT, type ExitCode, type Io } from './io'
import { personNamed } from './personNamed'
import { refusedAs } from './refusedAs'

/** What every command takes by which a person acts. */
export interface ActOptions {
  readonly as: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

/** Who acts, and under which id. */
export interface Acts {
  readonly actorId: string
  readonly commandId: string
}

type Person = (option: string, text: string) => Promise<string>

/** Does one thing about a case for a person, and says what came of it. */
export const actingOnCase = (
  options: ActOptions,
  io: Io,
  act: (deps: CommandDeps, acts: Acts, person: Person) => Promise<CaseAnswer>,
): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const person: Person = async (option, text) => (await personNamed(deps.db, option, text)).id
    const acts = { actorId: await person('--as', options.as), commandId: options.commandId ?? randomUUID() }
    const answer = await act(deps, acts, person)
    if ('refused' in answer) throw refusedAs(answer)
    if (options.json === true) io.out(`${JSON.stringify({ format: 1, ...answer }, null, 2)}\n`)
    else io.out(answer.repeated ? 'It had been done before; nothing was changed.\n' : doneText(answer))
    return EXIT.done
  })

const doneText = ({ id, eventIds }: Extract<CaseAnswer, { accepted: true }>): string => {
  const recorded = eventIds.length === 0 ? '' : ` Recorded as ${eventIds.join(', ')}.`
  return `Done${id === '' ? '' : ` (${id})`}.${recorded}\n`
}
