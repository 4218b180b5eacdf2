import { randomUUID } from 'node:crypto'
import { readClock } from '../../activities/clock'
import type { AwayReason } from '../../domain/access/standIn'
import { londonDay } from '../../domain/calendar/london'
import { govukDate } from '../../domain/timeline/govukDate'
import { endCover } from '../commands/endCover'
import { setCover } from '../commands/setCover'
import { coverList } from '../queries/coverList'
import { withDatabase, withProcesses } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { parseDay } from './parseDay'
import { personNamed } from './personNamed'
import { refusedAs } from './refusedAs'
import { textTable } from './textTable'

export interface CoverAddOptions {
  readonly by?: string
  readonly from: string
  readonly to?: string
  readonly reason: string
  readonly as: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

const REASONS: readonly AwayReason[] = ['leave', 'sickness', 'other']

/** `caseclock cover add`: somebody is away, and who covers for them. */
export const runCoverAdd = (who: string, options: CoverAddOptions, io: Io): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const reason = REASONS.find((one) => one === options.reason)
    if (reason === undefined)
      throw new CommandFailed(EXIT.usage, `--reason ${options.reason} is none of ${REASONS.join(', ')}.`)
    const from = parseDay('--from', options.from)
    const to = options.to === undefined ? null : parseDay('--to', options.to)
    const person = await personNamed(deps.db, 'PERSON', who)
    const cover = options.by === undefined ? null : await personNamed(deps.db, '--by', options.by)
    const actor = await personNamed(deps.db, '--as', options.as)
    const answer = await setCover(deps, {
      ...{ personId: person.id, coverId: cover?.id ?? null, from, to, reason },
      ...{ actorId: actor.id, commandId: options.commandId ?? randomUUID() },
    })
    if (options.json === true) io.out(`${JSON.stringify(answer, null, 2)}\n`)
    if ('refused' in answer) throw refusedAs(answer)
    if (options.json === true) return EXIT.done
    const until = to === null ? 'until it is ended' : `to ${govukDate(to)}`
    const stands = cover === null ? 'Nobody covers: whoever is next is told.' : `${cover.name} is told in their place.`
    io.out(`${person.name} is away from ${govukDate(from)} ${until}. ${stands}\n`)
    io.out(`End it before with: caseclock cover end ${answer.id}\n`)
    return EXIT.done
  })

/** `caseclock cover end`: whoever was away is back. */
export const runCoverEnd = (
  coverId: string,
  options: { readonly as: string; readonly commandId?: string; readonly data: string },
  io: Io,
): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const actor = await personNamed(deps.db, '--as', options.as)
    const answer = await endCover(deps, {
      ...{ coverId, actorId: actor.id, commandId: options.commandId ?? randomUUID() },
    })
    if ('refused' in answer) throw refusedAs(answer)
    io.out(answer.repeated ? 'It had ended before; nothing was changed.\n' : 'Ended. Whoever was away is told again.\n')
    return EXIT.done
  })

/** `caseclock cover list`: who is away, or will be, and who covers. */
export const runCoverList = (options: { readonly json?: boolean; readonly data: string }, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const today = londonDay((await readClock(db)).now).toString()
    const covers = await coverList(db, today)
    if (options.json === true) io.out(`${JSON.stringify({ format: 1, today, covers }, null, 2)}\n`)
    else if (covers.length === 0) io.out('Nobody is away, today or later.\n')
    else
      io.out(
        textTable(
          ['From', 'To', 'Who', 'Covered by', 'Why', 'Id'],
          covers.map((one) => [
            ...[one.from_on, one.to_on ?? 'open', one.person, one.cover ?? 'nobody', one.reason, one.id],
          ]),
        ),
      )
    return EXIT.done
  })
