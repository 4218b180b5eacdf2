import { ruleBook } from '../../../activities/planning/rulesInForce'
import type { Database } from '../../../prisma/database'
import { collector, type Found } from '../../../domain/forecast/collector'
import { NO_TEAM } from '../../noTeam'
import { casesByPage } from '../casesByPage'
import { casesAsked } from './casesAsked'
import type { ReportAsked } from './reportAsked'

export interface ForecastAsked extends ReportAsked {
  readonly weeks: number
  /** Awaited between two cases, each of which takes some milliseconds to think through: whoever else asks for a page meanwhile does not wait for all of them. */
  readonly between: () => Promise<void>
}

/** What lies ahead of the cases a reader may open, read a page of cases at a time. Every case is thought through to the last week: ask for one team. */
export async function forecastOf(db: Database, { weeks, between, ...asked }: ForecastAsked): Promise<Found> {
  const { day: today } = asked.reader
  const { schedule: policy, calendar } = await ruleBook(db, today)
  const collect = collector({ policy, calendar, today, weeks })
  for await (const { facts, team } of casesByPage(db, 'ahead', casesAsked(asked))) {
    collect.add(facts, team ?? NO_TEAM)
    await between()
  }
  return collect.found()
}
