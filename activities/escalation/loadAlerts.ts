import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import type { EndedAlert } from '../../domain/escalation/alertsAnew'
import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'

/** What an alert that is open speaks of. */
export interface MemberRow {
  readonly escalation_id: string
  readonly obligation_id: string
  readonly leads: boolean
}

/** The alerts of a case as its plan finds them. */
export interface AlertsBefore {
  readonly members: readonly MemberRow[]
  /** The highest rung told, by alert. */
  readonly rungs: ReadonlyMap<string, number>
  readonly ended: readonly EndedAlert[]
  /** What managers withdrew: `<obligation id> <due date>`. */
  readonly withdrawn: ReadonlySet<string>
}

interface LeftRow {
  readonly obligation_id: string
  readonly rule: string
  readonly subject: string
  readonly due_on: string
  readonly left_at: string
  /** By a manager, for this due date. */
  readonly withdrawn: boolean
  /** The highest rung told by then. */
  readonly rung: number
}

/** Reads them in one round trip. The open ones are locked. `since`: alerts that ended before it can no longer come back. */
export async function loadAlerts(tx: Transaction, caseId: string, since: LocalDate): Promise<AlertsBefore> {
  const { members, rungs, left } = await rowsOf<{
    members: MemberRow
    rungs: { escalation_id: string; rung: number }
    left: LeftRow
  }>(tx, {
    members: Prisma.sql`
      select m.escalation_id, m.obligation_id, m.leads from escalation_member m join escalation e on e.id = m.escalation_id
      where e.case_id = ${caseId}::uuid and m.left_at is null`,
    rungs: Prisma.sql`
      select x.escalation_id, max(x.rung) as rung from escalation_entry x join escalation e on e.id = x.escalation_id
      where e.case_id = ${caseId}::uuid and x.entry in ('told', 'skipped') and x.rung is not null group by x.escalation_id`,
    left: Prisma.sql`
      select m.obligation_id, o.rule, o.subject, m.due_on::text as due_on, m.left_at,
        e.state = 'withdrawn' and m.left_at = e.ended_at as withdrawn,
        (select coalesce(max(x.rung), 0) from escalation_entry x where x.escalation_id = e.id and x.entry in ('told', 'skipped') and x.at <= m.left_at) as rung
      from escalation_member m join escalation e on e.id = m.escalation_id join obligation o on o.id = m.obligation_id
      where e.case_id = ${caseId}::uuid and m.left_at is not null and (e.state = 'withdrawn' or m.left_at >= ${since.toString()}::date)
      order by m.left_at, m.obligation_id`,
  })
  return {
    members,
    rungs: new Map(rungs.map(({ escalation_id, rung }) => [escalation_id, rung])),
    ended: left.map((row) => ({ about: [row], endedOn: londonDay(new Date(row.left_at).getTime()), rung: row.rung })),
    withdrawn: new Set(left.filter(({ withdrawn }) => withdrawn).map((row) => matterOn(row))),
  }
}

/** A matter and the due date it was withdrawn for. */
export const matterOn = (row: { readonly obligation_id: string; readonly due_on: string }): string =>
  `${row.obligation_id} ${row.due_on}`
