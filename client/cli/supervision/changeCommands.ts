import { randomUUID } from 'node:crypto'
import { isoDay } from '../../../domain/calendar/isoDay'
import { govukMonth } from '../../../domain/timeline/govukDate'
import { changeWords } from '../../../activities/mail/supervision/changeWords'
import type { Transaction } from '../../../prisma/database'
import { saveSession, saveYear, sessionCommand, yearCommand, type Answered } from '../../commands/supervision/acting'
import { addSession, changeOne, type SessionChange } from '../../commands/supervision/changeSession'
import { lookAhead, type YearChanges } from '../../commands/supervision/lookAhead'
import { teamOfSession } from '../../queries/supervision/teamOfSession'
import { withProcesses } from '../connect'
import { EXIT, type ExitCode, type Io } from '../io'
import { parseDay } from '../parseDay'
import { personNamed } from '../personNamed'
import { refusedAs } from '../refusedAs'
import { teamNamed } from './teamNamed'

interface Options {
  readonly as: string
  readonly commandId?: string
  readonly preview?: boolean
  readonly json?: boolean
  readonly data: string
}

/** `caseclock supervision add TEAM`: a session beside the pattern. */
export const runSessionAdd = (
  team: string,
  options: Options & { readonly on: string; readonly at: string; readonly minutes: number; readonly room?: string },
  io: Io,
): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const teamId = await teamNamed(deps.db, team)
    const { at, minutes, room } = options
    const change = {
      change: 'add',
      teamId,
      on: parseDay('--on', options.on),
      at,
      minutes,
      ...(room === undefined ? {} : { room }),
    } as const
    const about = { ...(await who(deps.db, options)), action: 'supervision-session-added', teamId }
    const ahead = await lookAhead(deps.db, teamId, (tx) =>
      saveYear(tx, about, (inside, acting) => addSession(inside, acting, change)),
    )
    return finish(ahead, options, io, () => yearCommand(deps, about, (tx, acting) => addSession(tx, acting, change)))
  })

/** `caseclock supervision cancel|move|lengthen SESSION`. */
export const runSessionChange = (
  sessionId: string,
  options: Options & {
    readonly change: 'cancel' | 'move' | 'lengthen'
    readonly on?: string
    readonly at?: string
    readonly room?: string
    readonly minutes?: number
    readonly reason?: string
  },
  io: Io,
): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const change = changeOf(sessionId, options)
    const about = {
      ...(await who(deps.db, options)),
      action: `supervision-session-${change.change}`,
      sessionId,
      concerns: 'year',
    } as const
    const teamId = await teamOfSession(deps.db, sessionId)
    const work = async (tx: Transaction): Promise<Answered> =>
      (await saveSession(tx, about, (inside, acting) => changeOne(inside, acting, change))).answer
    const ahead = await lookAhead(deps.db, teamId, work)
    return finish(ahead, options, io, () => sessionCommand(deps, about, (tx, acting) => changeOne(tx, acting, change)))
  })

function changeOf(
  sessionId: string,
  { change, on = '', at, room, minutes = 0, reason = '' }: Parameters<typeof runSessionChange>[1],
): Exclude<SessionChange, { change: 'add' }> {
  if (change === 'cancel') return { change, sessionId, reason }
  if (change === 'lengthen') return { change, sessionId, minutes }
  return {
    change,
    sessionId,
    on: parseDay('--on', on),
    reason,
    ...(at === undefined ? {} : { at }),
    ...(room === undefined ? {} : { room }),
  }
}

async function who(db: Parameters<typeof personNamed>[0], { as, commandId }: Options) {
  return { actorId: (await personNamed(db, '--as', as)).id, commandId: commandId ?? randomUUID() }
}

async function finish(
  ahead: Awaited<ReturnType<typeof lookAhead>>,
  { preview = false, json = false }: Options,
  io: Io,
  act: () => Promise<Answered>,
): Promise<ExitCode> {
  if ('refused' in ahead) throw refusedAs(ahead)
  const answer = preview ? undefined : await act()
  if (answer !== undefined && 'refused' in answer) throw refusedAs(answer)
  if (json) io.out(`${JSON.stringify({ format: 1, done: answer ?? null, ...ahead }, null, 2)}\n`)
  else
    io.out(
      `${changesText(ahead)}${preview ? 'Nothing has been written.\n' : answer?.repeated === true ? 'It had been done before.\n' : `Done${answer?.id === undefined ? '' : ` (${answer.id})`}.\n`}`,
    )
  return EXIT.done
}

function changesText({ changes, gaps, told }: YearChanges): string {
  const moves = changes.map((one) => `- ${changeWords(one)}\n`).join('')
  const without = gaps
    .map(({ ref, month, why }) => `- Case ${ref} would have no place in ${govukMonth(isoDay(`${month}-01`))}. ${why}\n`)
    .join('')
  return `${moves === '' ? 'No case moves.\n' : moves}${without}${told === 0 ? '' : `${String(told)} ${told === 1 ? 'person is' : 'people are'} told.\n`}`
}
