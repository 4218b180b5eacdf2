import type { LocalDate } from '@js-joda/core'
import { isManagerOf } from '../../domain/access/mayAct'
import { coveredBy } from '../../domain/access/standIn'
import { londonMoment } from '../../domain/calendar/london'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { firstWorkingDayOfWeek } from '../../domain/calendar/workingWeek'
import type { Database, Transaction } from '../../prisma/database'
import { alerts, type Alert } from '../escalation/alerts'
import { knownPeople, parentsOf } from '../people/knownPeople'
import { loadPeople } from '../people/loadPeople'
import { readsFor } from '../people/managers'
import type { Rules } from '../planning/rules'
import type { Span } from './weekOfAlerts'

interface Reading {
  readonly readerId: string
  readonly span: Span
  readonly today: LocalDate
  readonly rules: Pick<Rules, 'policy' | 'version'>
}

/**
 * The alerts of which a reader is told in a weekly mail: open, or ended within its span, on cases of which this reader is a manager today, or covers for one, and which
 * they may open. Whoever covers for a manager reads in their place; the manager then reads nothing.
 */
export async function readersAlerts(
  tx: Transaction | Database,
  { readerId, span, today, rules }: Reading,
): Promise<readonly Alert[]> {
  const everybody = await loadPeople(tx, today.toString())
  const known = knownPeople(everybody, today, null)
  const reader = known.find(({ id }) => id === readerId)
  if (reader === undefined || readsFor(reader, known) !== reader) return []
  const covered = coveredBy(reader, known)
  const parents = parentsOf(everybody)
  const mine = (teamId: string | null): boolean => isManagerOf(reader, { teamId, parents }, covered)
  const teams = [null, ...everybody.teams.map(({ id }) => id)].filter(mine)
  if (teams.length === 0) return []
  const all = await alerts(tx, { teams, state: { orEndedSince: londonMoment(span.from, 0) } }, { ...rules, today })
  const closed = new Set(
    everybody.restricted.filter(({ people }) => !people.includes(readerId)).map(({ case_id }) => case_id),
  )
  return all.filter(({ caseId }) => !closed.has(caseId))
}

/** The days a weekly mail looks back on: from the first working day of the week before up to that of its own, named by any of its days. */
export const spanOfWeek = (day: LocalDate, calendar: WorkingCalendar): Span => ({
  from: firstWorkingDayOfWeek(day.minusWeeks(1), calendar),
  before: firstWorkingDayOfWeek(day, calendar),
})
