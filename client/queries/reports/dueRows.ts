import { isoDay } from '../../../domain/calendar/isoDay'
import type { DueRow } from '../../../domain/figures/timeliness'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import { casesAsked } from './casesAsked'
import type { ReportAsked } from './reportAsked'

interface Row {
  readonly ref: string
  readonly rule: string
  readonly title: string
  readonly due_on: string
  readonly state: DueRow['state']
  readonly ended_on: string | null
  readonly late_unit: DueRow['lateUnit']
}

/** What fell due in a period, however it ended; not what the first import could not know, nor what was taken back. */
export async function dueRows(db: Database, asked: ReportAsked): Promise<readonly DueRow[]> {
  const { from, to } = asked
  const { rows } = await rowsOf<{ rows: Row }>(db, {
    rows: Prisma.sql`
      select c.ref, o.rule, o.title, o.due_on, o.state, o.ended_on, o.late_unit from obligation o join case_file c on c.id = o.case_id
      where o.kind = 'obligation' and o.state in ('met', 'met-late', 'open', 'cancelled') and o.due_on between ${from.toString()}::date and ${to.toString()}::date
        and ${casesAsked(asked)} order by o.due_on, c.ref, o.rule, o.subject`,
  })
  return rows.map(({ ref, rule, title, due_on, state, ended_on, late_unit }) => ({
    ...{ ref, rule, title, state, dueOn: isoDay(due_on), lateUnit: late_unit },
    endedOn: ended_on === null ? null : isoDay(ended_on),
  }))
}
