import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { KeptSession } from '../../domain/supervision/kept/keptYear'
import { yearToPlan, type YearToPlan } from '../../domain/supervision/kept/yearToPlan'
import type { Session } from '../../domain/supervision/session'
import { supervisionNumbers } from '../../domain/supervision/supervisionNumbers'
import type { Database, Transaction } from '../../prisma/database'
import type { Member } from './saveSessions'
import { yearSessions } from './sessionRows'
import { MEMBERS } from './yearMembers'
import type { YearRow } from './yearRow'

interface LoadedYear extends YearToPlan {
  readonly members: readonly Member[]
  readonly sessions: readonly KeptSession[]
}

/** The first day of which a session still counts for the plan: for the days between two discussions. */
export const daysBefore = (today: LocalDate): LocalDate =>
  today.minusDays(supervisionNumbers.mostDaysApart).withDayOfMonth(1)

/** Everything the plan of a year is made from. */
export async function loadYear(
  tx: Transaction | Database,
  { year, today, calendar }: { readonly year: YearRow; readonly today: LocalDate; readonly calendar: WorkingCalendar },
): Promise<LoadedYear> {
  const { teamId } = year
  const members = await tx.$queryRaw<Member[]>`
    select id::text, ref from (${MEMBERS}) m where team_id = ${teamId}::uuid order by ref`
  const sessions = await yearSessions(tx, teamId, daysBefore(today))
  const elsewhere = await discussedElsewhere(tx, { teamId, members, from: today.withDayOfMonth(1), today })
  return { members, sessions, ...yearToPlan({ year, sessions, elsewhere, members, today, calendar }) }
}

interface Elsewhere {
  readonly teamId: string
  readonly members: readonly Member[]
  readonly from: LocalDate
  readonly today: LocalDate
}

/** Sessions of other teams of this month in which a case of this one was discussed before it came. */
async function discussedElsewhere(
  tx: Transaction | Database,
  { teamId, members, from, today }: Elsewhere,
): Promise<readonly Session[]> {
  const rows = await tx.$queryRaw<(Omit<Session, 'on' | 'team'> & { readonly on: string })[]>`
    select s.id::text, s.on_day::text as on, s.at, s.capacity, array_agg(c.ref order by c.ref) as cases
    from session s join session_case x on x.session_id = s.id and x.discussed is not false join case_file c on c.id = x.case_id
    where s.team_id <> ${teamId}::uuid and s.state in ('planned', 'held') and s.on_day between ${from.toString()}::date and ${today.toString()}::date
      and c.id = any(${members.map(({ id }) => id)}::uuid[]) group by s.id`
  return rows.map((row) => ({ ...row, on: isoDay(row.on), team: row.id }))
}
