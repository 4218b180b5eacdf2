import { isoDay } from '../../../domain/calendar/isoDay'
import type { OpenCase, OpenMatter } from '../../../domain/figures/workload'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import { casesAsked } from './casesAsked'
import type { ReportAsked } from './reportAsked'

/** Met by a meeting that somebody books. Source: Caseclock handbook, section 3. */
const MEETINGS = [
  ...['strategy-to-icpc', 'transfer-in-conference', 'reconvene', 'core-group-first', 'core-group'],
  ...['review-first', 'review-next', 'cin-review', 'plo-review'],
]

interface MatterRow {
  readonly ref: string
  readonly title: string
  readonly due_on: string
  readonly booked_for: string | null
  readonly meeting: boolean
}

/** The open cases of these teams with their children, and what is open on any case of theirs and late, or due in six weeks. */
export async function workloadRows(
  db: Database,
  asked: ReportAsked,
): Promise<{ readonly cases: readonly OpenCase[]; readonly matters: readonly OpenMatter[] }> {
  const { reader, worker } = asked
  // Of a worker the children they hold themselves: another may hold the brother.
  const own =
    worker === null
      ? Prisma.sql`true`
      : Prisma.sql`exists (select from case_holder h where h.case_id = c.id and h.child_id = k.id and h.role = 'allocated-worker' and h.person_id = ${worker}::uuid)`
  const today = Prisma.sql`${reader.day.toString()}::date`
  const { cases, matters } = await rowsOf<{ cases: OpenCase; matters: MatterRow }>(db, {
    cases: Prisma.sql`
      select c.ref, array(select k.forename || ' ' || k.surname from child k where k.case_id = c.id and ${own} order by k.born_on, k.id) as children
      from case_file c where c.open and ${casesAsked(asked)} order by c.ref`,
    matters: Prisma.sql`
      select c.ref, o.title, o.due_on, min(o.booked_for) as booked_for, o.rule = any(${MEETINGS}) as meeting from obligation o join case_file c on c.id = o.case_id
      where o.state = 'open' and o.kind = 'obligation' and o.due_on <= ${today} + 42 and ${casesAsked(asked)}
      group by c.id, c.ref, o.rule, o.title, o.due_on order by o.due_on, c.ref, o.title`,
  })
  return {
    cases,
    matters: matters.map(({ ref, title, due_on, booked_for, meeting }) => ({
      ...{ ref, title, dueOn: isoDay(due_on), isMeeting: meeting },
      bookedFor: booked_for === null ? null : isoDay(booked_for),
    })),
  }
}
