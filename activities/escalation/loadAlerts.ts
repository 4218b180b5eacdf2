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

interface EndedRow {
  readonly escalation_id: string
  readonly obligation_id: string
  readonly rule: string
  readonly subject: string
  readonly due_on: string
  readonly state: string
  readonly ended_at: string
}

/** Reads them in one round trip. The open ones are locked. `since`: alerts that ended before it can no longer come back. */
export async function loadAlerts(tx: Transaction, caseId: string, since: LocalDate): Promise<AlertsBefore> {
  const { members, rungs, ended } = await rowsOf<{
    members: MemberRow
    rungs: { escalation_id: string; rung: number }
    ended: EndedRow
  }>(tx, {
    members: Prisma.sql`
      select m.escalation_id, m.obligation_id, m.leads from escalation_member m join escalation e on e.id = m.escalation_id
      where e.case_id = ${caseId}::uuid and m.left_at is null`,
    rungs: Prisma.sql`
      select x.escalation_id, max(x.rung) as rung from escalation_entry x join escalation e on e.id = x.escalation_id
      where e.case_id = ${caseId}::uuid and x.entry in ('told', 'skipped') and x.rung is not null group by x.escalation_id`,
    ended: Prisma.sql`
      select m.escalation_id, m.obligation_id, o.rule, o.subject, m.due_on::text as due_on, e.state, e.ended_at
      from escalation_member m join escalation e on e.id = m.escalation_id join obligation o on o.id = m.obligation_id
      where e.case_id = ${caseId}::uuid and e.state <> 'open' and m.left_at = e.ended_at
        and (e.state = 'withdrawn' or e.ended_at >= ${since.toString()}::date)
      order by e.ended_at, m.obligation_id`,
  })
  const rungOf = new Map(rungs.map(({ escalation_id, rung }) => [escalation_id, rung]))
  return {
    members,
    rungs: rungOf,
    ended: endedAlerts(ended, rungOf),
    withdrawn: new Set(ended.filter(({ state }) => state === 'withdrawn').map((row) => matterOn(row))),
  }
}

/** A matter and the due date it was withdrawn for. */
export const matterOn = (row: { readonly obligation_id: string; readonly due_on: string }): string =>
  `${row.obligation_id} ${row.due_on}`

function endedAlerts(rows: readonly EndedRow[], rungOf: ReadonlyMap<string, number>): readonly EndedAlert[] {
  const byAlert = new Map<string, EndedRow[]>()
  for (const row of rows) byAlert.set(row.escalation_id, [...(byAlert.get(row.escalation_id) ?? []), row])
  return [...byAlert].map(([id, about]) => ({
    about,
    endedOn: londonDay(new Date(about[0]?.ended_at ?? 0).getTime()),
    rung: rungOf.get(id) ?? 0,
  }))
}
