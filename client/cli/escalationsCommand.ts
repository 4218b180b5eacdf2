import type { LocalDate } from '@js-joda/core'
import { ROLES } from '../../domain/access/role'
import type { Reached } from '../../domain/escalation/rungWords'
import type { Database } from '../../prisma/database'
import { alertFigures } from '../queries/alertFigures'
import { listed, LISTS, type ListName } from '../queries/alertLists'
import { escalationAlerts } from '../queries/escalationAlerts'
import { withDatabase } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { figuresCsv, figuresJson, figuresText } from './escalationsFigures'
import { alertsCsv } from '../files/alertsCsv'
import { listJson, listText } from './escalationsList'
import { parseDay } from './parseDay'
import { teamsAsked } from './teamsAsked'

export interface EscalationsOptions {
  readonly team?: string
  readonly open?: boolean
  readonly all?: boolean
  readonly list?: string
  readonly toldTo?: string
  readonly from?: string
  readonly to?: string
  readonly figures?: boolean
  readonly csv?: boolean
  readonly json?: boolean
  readonly data: string
}

/** `caseclock escalations`: the alerts of a team or of all, those that are open unless told; with --figures how many, and the list behind each. */
export const runEscalations = (options: EscalationsOptions, io: Io): Promise<ExitCode> => {
  const listing = { list: listAsked(options), reached: reachedAsked(options.toldTo) }
  const opened = { from: dayAsked('--from', options.from), to: dayAsked('--to', options.to) }
  return withDatabase(options.data, async (db: Database) => {
    const teams = options.team === undefined ? undefined : await teamsAsked(db, options.team)
    const { today, alerts } = await escalationAlerts(db, { teams, ...opened })
    if (options.figures === true) {
      const figures = alertFigures(alerts)
      const span = { today, ...opened }
      if (options.json === true) io.out(figuresJson(figures, span))
      else io.out(options.csv === true ? figuresCsv(figures, span) : figuresText(figures, span))
      return EXIT.done
    }
    const lines = listed(alerts, listing)
    if (options.json === true) io.out(listJson(lines, { today, ...listing }))
    else if (options.csv === true) io.out(alertsCsv(lines))
    else io.out(lines.length === 0 ? 'No such alert.\n' : listText(lines))
    return EXIT.done
  })
}

const dayAsked = (option: string, text: string | undefined): LocalDate | null =>
  text === undefined ? null : parseDay(option, text)

function listAsked({ list, all, figures }: EscalationsOptions): ListName {
  if (list === undefined) return all === true || figures === true ? 'all' : 'open'
  const found = LISTS.find((one) => one === list)
  if (found === undefined)
    throw new CommandFailed(EXIT.usage, `--list ${list}: there is no such list. There are ${LISTS.join(', ')}.`)
  return found
}

function reachedAsked(text: string | undefined): Reached | null {
  if (text === undefined) return null
  const known: readonly Reached[] = [...ROLES, 'nobody']
  const found = known.find((one) => one === text.trim().toLowerCase().replaceAll(' ', '-'))
  if (found === undefined)
    throw new CommandFailed(
      EXIT.usage,
      `--told-to ${text}: nobody is told by that name. Say one of ${known.map((one) => one.replaceAll('-', ' ')).join(', ')}.`,
    )
  return found
}
