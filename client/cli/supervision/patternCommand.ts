import { randomUUID } from 'node:crypto'
import { isWallTime } from '../../../domain/calendar/wallTime'
import { WEEKDAYS } from '../../../domain/supervision/place'
import type { Pattern } from '../../../domain/supervision/yearInput'
import { setPattern } from '../../commands/supervision/setPattern'
import { withProcesses } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { parseDay } from '../parseDay'
import { personNamed } from '../personNamed'
import { refusedAs } from '../refusedAs'
import { teamNamed } from './teamNamed'

export interface PatternOptions {
  readonly weekday?: string
  readonly nth?: readonly string[]
  readonly at?: string
  readonly minutes?: number
  readonly alsoOn?: readonly string[]
  readonly minutesPerCase?: number
  readonly closed?: readonly string[]
  readonly room?: string
  readonly chair?: string
  readonly invite?: readonly string[]
  readonly as: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

/** `caseclock supervision pattern TEAM`: when a team meets, from which its year is planned. */
export const runSupervisionPattern = (team: string, options: PatternOptions, io: Io): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const { minutesPerCase, room } = options
    const pattern = patternOf(options)
    const teamId = await teamNamed(deps.db, team)
    const person = async (option: string, text: string): Promise<string> =>
      (await personNamed(deps.db, option, text)).id
    const invited =
      options.invite === undefined ? undefined : await Promise.all(options.invite.map((one) => person('--invite', one)))
    const answer = await setPattern(deps, {
      ...{ teamId, actorId: await person('--as', options.as), commandId: options.commandId ?? randomUUID() },
      ...(pattern === undefined ? {} : { pattern }),
      ...(minutesPerCase === undefined ? {} : { minutesPerCase }),
      ...(room === undefined ? {} : { room }),
      ...(options.closed === undefined ? {} : { closedDates: options.closed.map((day) => parseDay('--closed', day)) }),
      ...(options.chair === undefined ? {} : { chairId: await person('--chair', options.chair) }),
      ...(invited === undefined ? {} : { invited }),
    })
    if ('refused' in answer) throw refusedAs(answer)
    if (options.json === true) io.out(`${JSON.stringify({ format: 1, ...answer }, null, 2)}\n`)
    else
      io.out(
        `${answer.repeated ? 'It had been set before.' : 'Set.'} The year is planned from it: caseclock supervision year "${team}"\n`,
      )
    return EXIT.done
  })

/** The pattern that was given, or undefined where none was. `--also-on "thursday 1,3 14:00 120"` is a second series. */
function patternOf({ weekday, nth, at, minutes, alsoOn = [] }: PatternOptions): readonly Pattern[] | undefined {
  const given = [weekday, nth, at, minutes].filter((one) => one !== undefined).length
  if (given === 0 && alsoOn.length === 0) return undefined
  if (given !== 4)
    throw new CommandFailed(
      EXIT.usage,
      'A pattern has a day, weeks, a time and a length: --weekday tuesday --nth 1 3 --at 09:30 --minutes 180.',
    )
  const first = series('--weekday', { weekday: weekday ?? '', nth: nth ?? [], at: at ?? '', minutes: minutes ?? 0 })
  return [
    first,
    ...alsoOn.map((text) => {
      const [day = '', weeks = '', time = '', length = ''] = text.trim().split(/\s+/)
      return series('--also-on', { weekday: day, nth: weeks.split(','), at: time, minutes: Number(length) })
    }),
  ]
}

function series(
  option: string,
  {
    weekday,
    nth,
    at,
    minutes,
  }: { readonly weekday: string; readonly nth: readonly string[]; readonly at: string; readonly minutes: number },
): Pattern {
  const day = WEEKDAYS.find((one) => one === weekday.toLowerCase())
  const wrong = (what: string): CommandFailed => new CommandFailed(EXIT.usage, `${option}: ${what}`)
  if (day === undefined) throw wrong(`${weekday} is no weekday. One of ${WEEKDAYS.join(', ')}.`)
  const weeks = nth.flatMap((one) => one.split(',')).map(Number)
  if (weeks.some((one) => !Number.isInteger(one) || one < 1 || one > 5))
    throw wrong('weeks of the month are whole numbers from 1 to 5: --nth 1 3.')
  if (!isWallTime(at)) throw wrong(`a time of day is written 09:30. Found ${at === '' ? 'none' : at}.`)
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440)
    throw wrong('the length is a whole number of minutes from 1 to 1440.')
  return { weekday: day, nth: weeks, at, minutes }
}
