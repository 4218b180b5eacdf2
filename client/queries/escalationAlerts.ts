import type { LocalDate } from '@js-joda/core'
import { alerts, type Alert, type AlertsWanted } from '../../activities/escalation/alerts'
import { readClock } from '../../activities/clock'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { londonDay, londonMoment } from '../../domain/calendar/london'
import type { Database } from '../../prisma/database'

export interface AlertsAsked extends Pick<AlertsWanted, 'teams'> {
  /** Days on which they were opened, both included; null for no bound. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/** The alerts that lists and figures are made of, as they stand on the authority's own day. */
export async function escalationAlerts(
  db: Database,
  { teams, from, to }: AlertsAsked,
): Promise<{ readonly today: LocalDate; readonly alerts: readonly Alert[] }> {
  const today = londonDay((await readClock(db)).now)
  const { policy, version } = await rulesInForce()(db, today)
  const opened = {
    from: from === null ? null : londonMoment(from, 0),
    before: to === null ? null : londonMoment(to.plusDays(1), 0),
  }
  return { today, alerts: await alerts(db, { teams, opened, state: 'all' }, { policy, version, today }) }
}
