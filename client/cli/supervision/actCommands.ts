import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Answered, Command } from '../../commands/supervision/acting'
import type { CommandDeps } from '../../commands/command'
import { askException, decideException } from '../../commands/supervision/exception'
import { recordHeld, recordNotHeld } from '../../commands/supervision/held'
import { addMinute, agreeAction, minutesOut, papersOut } from '../../commands/supervision/minutes'
import { qualityCheck } from '../../commands/supervision/qualityCheck'
import { reply } from '../../commands/supervision/reply'
import { reviewSummary, writeSummary } from '../../commands/supervision/summaries'
import { withProcesses } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { personNamed } from '../personNamed'
import { refusedAs } from '../refusedAs'

/** What every command about a session takes. */
export interface ActOptions {
  readonly as: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

type Person = (option: string, text: string) => Promise<string>

interface At extends Command {
  readonly sessionId: string
}

/** Does one thing about a session for a person, and says what came of it. */
const acting = (
  sessionId: string,
  options: ActOptions,
  io: Io,
  act: (deps: CommandDeps, at: At, person: Person) => Promise<Answered>,
): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const person: Person = async (option, text) => (await personNamed(deps.db, option, text)).id
    const at = { sessionId, actorId: await person('--as', options.as), commandId: options.commandId ?? randomUUID() }
    const answer = await act(deps, at, person)
    if ('refused' in answer) throw refusedAs(answer)
    if (options.json === true) io.out(`${JSON.stringify({ format: 1, ...answer }, null, 2)}\n`)
    else io.out(answer.repeated ? 'It had been done before; nothing was changed.\n' : 'Done.\n')
    return EXIT.done
  })

export const runReply = (
  session: string,
  answer: string,
  options: ActOptions & { readonly for?: string; readonly reason?: string },
  io: Io,
): Promise<ExitCode> =>
  acting(session, options, io, async (deps, at, person) => {
    if (answer !== 'accepted' && answer !== 'declined' && answer !== 'tentative')
      throw new CommandFailed(EXIT.usage, `${answer} is no answer. One of accepted, declined, tentative.`)
    const personId = options.for === undefined ? at.actorId : await person('--for', options.for)
    return reply(deps, {
      ...at,
      personId,
      answer,
      how: 'command',
      ...(options.reason === undefined ? {} : { reason: options.reason }),
    })
  })

export const runExcuse = (
  session: string,
  options: ActOptions & { readonly for?: string; readonly reason: string; readonly cover?: string },
  io: Io,
): Promise<ExitCode> =>
  acting(session, options, io, async (deps, at, person) =>
    askException(deps, {
      ...at,
      personId: options.for === undefined ? at.actorId : await person('--for', options.for),
      reason: options.reason,
      coverId: options.cover === undefined ? null : await person('--cover', options.cover),
    }),
  )

export const runDecide = (
  session: string,
  options: ActOptions & { readonly for: string; readonly approve?: boolean; readonly refuse?: boolean },
  io: Io,
): Promise<ExitCode> =>
  acting(session, options, io, async (deps, at, person) => {
    if ((options.approve === true) === (options.refuse === true))
      throw new CommandFailed(EXIT.usage, 'Say either --approve or --refuse.')
    return decideException(deps, {
      ...at,
      personId: await person('--for', options.for),
      approved: options.approve === true,
    })
  })

export const runSummary = (
  session: string,
  ref: string,
  options: ActOptions & { readonly text?: string; readonly file?: string },
  io: Io,
): Promise<ExitCode> =>
  acting(session, options, io, (deps, at) => writeSummary(deps, { ...at, ref, text: textOf(options) }))

export const runReview = (
  session: string,
  ref: string,
  options: ActOptions & { readonly words?: string },
  io: Io,
): Promise<ExitCode> =>
  acting(session, options, io, (deps, at) => reviewSummary(deps, { ...at, ref, words: options.words ?? '' }))

export const runPapers = (session: string, options: ActOptions, io: Io): Promise<ExitCode> =>
  acting(session, options, io, (deps, at) => papersOut(deps, at))

export const runHeld = (
  session: string,
  options: ActOptions & { readonly present: readonly string[]; readonly notDiscussed?: readonly string[] },
  io: Io,
): Promise<ExitCode> =>
  acting(session, options, io, async (deps, at, person) => {
    const present: string[] = []
    for (const one of options.present) present.push(await person('--present', one))
    const notDiscussed = (options.notDiscussed ?? []).map((text) => {
      const [ref = '', ...why] = text.split(':')
      return { ref: ref.trim(), why: why.join(':').trim() }
    })
    return recordHeld(deps, { ...at, present, notDiscussed })
  })

export const runNotHeld = (
  session: string,
  options: ActOptions & { readonly reason: string },
  io: Io,
): Promise<ExitCode> =>
  acting(session, options, io, (deps, at) => recordNotHeld(deps, { ...at, reason: options.reason }))

export const runMinute = (
  session: string,
  ref: string,
  options: ActOptions & { readonly prompt: string; readonly text?: string; readonly file?: string },
  io: Io,
): Promise<ExitCode> =>
  acting(session, options, io, (deps, at) =>
    addMinute(deps, { ...at, ref, prompt: options.prompt, text: textOf(options) }),
  )

export const runAction = (
  session: string,
  ref: string,
  options: ActOptions & { readonly action: string; readonly owner: string; readonly by: string },
  io: Io,
): Promise<ExitCode> =>
  acting(session, options, io, async (deps, at, person) =>
    agreeAction(deps, {
      ...at,
      ref,
      action: options.action,
      ownerId: await person('--owner', options.owner),
      by: options.by,
    }),
  )

export const runMinutesOut = (session: string, options: ActOptions, io: Io): Promise<ExitCode> =>
  acting(session, options, io, (deps, at) => minutesOut(deps, at))

export const runCheck = (
  session: string,
  options: ActOptions & { readonly found: string },
  io: Io,
): Promise<ExitCode> => acting(session, options, io, (deps, at) => qualityCheck(deps, { ...at, words: options.found }))

function textOf({ text, file }: { readonly text?: string; readonly file?: string }): string {
  if ((text === undefined) === (file === undefined))
    throw new CommandFailed(EXIT.usage, 'Give either --text or --file.')
  if (file === undefined) return text ?? ''
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CommandFailed(EXIT.usage, `--file ${file} cannot be read. Check the name.`)
  }
}
