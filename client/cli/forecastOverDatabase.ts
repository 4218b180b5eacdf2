import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { ruleBook } from '../../activities/planning/rulesInForce'
import { londonDay } from '../../domain/calendar/london'
import { casesByPage } from '../queries/casesByPage'
import { teamNames } from '../queries/teamNames'
import { withDatabase } from './connect'
import { NO_TEAM } from '../noTeam'
import { collector } from '../../domain/forecast/collector'
import { isOf } from './isOf'
import type { ForecastOptions } from './forecastOptions'
import { printForecast } from './forecastPrint'
import type { ExitCode, Io } from './io'
import { refuseUnknownTeam } from './refuseUnknownTeam'

/** The forecast of every case in the database, page by page, under the rules in force and those that will be. `given`: the day to look from; the authority's own when missing. */
export const forecastOverDatabase = (
  options: ForecastOptions & { readonly weeks: number },
  given: LocalDate | undefined,
  io: Io,
): Promise<ExitCode> =>
  withDatabase(options.data ?? '.caseclock', async (db) => {
    const today = given ?? londonDay((await readClock(db)).now)
    const { schedule: policy, calendar } = await ruleBook(db)
    refuseUnknownTeam(options.team, [...(await teamNames(db)), NO_TEAM])
    const collect = collector({ policy, calendar, today, weeks: options.weeks })
    for await (const { facts, team } of casesByPage(db, 'ahead'))
      if (isOf(team ?? NO_TEAM, options.team)) collect.add(facts, team ?? NO_TEAM)
    return printForecast(collect.found(), options, io)
  })
