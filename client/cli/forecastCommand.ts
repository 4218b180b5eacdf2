import type { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { caseStanding } from '../../domain/chronology/caseStanding'
import { always } from '../../domain/policy/policySchedule'
import { aboutFile } from './aboutFile'
import { readFacts } from './factsFile'
import { NO_TEAM } from '../noTeam'
import { collector } from '../../domain/forecast/collector'
import { isOf } from './isOf'
import type { ForecastOptions } from './forecastOptions'
import { printForecast } from './forecastPrint'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { londonToday } from './londonToday'
import { parseDay } from './parseDay'
import { readPolicy } from './policyFile'
import { refuseUnknownTeam } from './refuseUnknownTeam'
import { refuseInput } from './writtenFile'

/** This week and 52 whole ones: twelve months from any day of a week. */
const WEEKS = 53
/** Five years: longer is a slip of the pen. */
const MOST_WEEKS = 261

/** `caseclock forecast`: obligations and conferences per week and team, if every meeting is held on its day. With `--facts` no server and no database. */
export async function runForecast(options: ForecastOptions, io: Io): Promise<ExitCode> {
  const count = options.weeks ?? WEEKS
  if (!Number.isInteger(count) || count < 1 || count > MOST_WEEKS)
    throw new CommandFailed(EXIT.usage, `--weeks takes a whole number of weeks, 1 to ${String(MOST_WEEKS)}.`)
  refuseInput('--svg', options.svg, [...(options.facts ?? []), options.policy])
  const today = options.today === undefined ? undefined : parseDay('--today', options.today)
  if (options.facts !== undefined) return overFiles(options.facts, { ...options, weeks: count }, today, io)
  if (options.policy !== undefined)
    throw new CommandFailed(EXIT.usage, '--policy goes with --facts: the database has its own rules in force.')
  // Only now: with --facts nothing of a database is loaded.
  const { forecastOverDatabase } = await import('./forecastOverDatabase.js')
  return forecastOverDatabase({ ...options, weeks: count }, today, io)
}

async function overFiles(
  files: readonly string[],
  options: ForecastOptions & { readonly weeks: number },
  given: LocalDate | undefined,
  io: Io,
): Promise<ExitCode> {
  const policy = always(await readPolicy(options.policy))
  const today = given ?? londonToday()
  const collect = collector({ policy, calendar: englandAndWales(), today, weeks: options.weeks })
  const refs = new Set<string>()
  const teams: string[] = []
  for (const file of files) {
    const facts = readFacts(file)
    if (refs.has(facts.ref))
      throw new CommandFailed(EXIT.usage, `${file}: case ${facts.ref} was given before. Give each case once.`)
    refs.add(facts.ref)
    const team = caseStanding(facts).team ?? facts.team ?? NO_TEAM
    teams.push(team)
    if (isOf(team, options.team))
      aboutFile(file, () => {
        collect.add(facts, team)
      })
  }
  refuseUnknownTeam(options.team, teams)
  return printForecast(collect.found(), options, io)
}
