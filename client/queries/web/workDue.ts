import type { Database } from '../../../prisma/database'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** Something due on a case that the reader holds, or that somebody they cover for does: one row per case, rule and day, siblings counted. */
export interface WorkDue {
  /** One of the siblings': any of them explains the date. */
  readonly id: string
  readonly ref: string
  readonly rule: string
  readonly title: string
  readonly kind: 'obligation' | 'stall'
  readonly due_on: string
  readonly booked_for: string | null
  readonly late_unit: 'working-days' | 'calendar-days'
  readonly children: number
  /** Of the case, to say "2 of 3 children"; null where it is the case's own matter. */
  readonly of_children: number | null
  /** Names of those who hold it; null where the reader does. */
  readonly held_by: string | null
  /** The open alert about it. */
  readonly alert: string | null
  /** Something was recorded on the case since this was worked out. */
  readonly recorded_since: boolean
}

/** What is late and due within so many days on the cases of a reader; late first, then by day. Drift that was found counts from its day. */
export const workDue = (db: Database, reader: Reader, within: number): Promise<WorkDue[]> => db.$queryRaw<WorkDue[]>`
  with held as (
    select h.case_id, h.child_id::text as child_id, h.person_id from case_holder h
    where h.role = 'allocated-worker' and h.person_id = any(${[...reader.holderIds]}::uuid[]))
  select min(o.id::text) as id, c.ref, o.rule, o.title, o.kind, o.due_on::text, min(o.booked_for)::text as booked_for, min(o.late_unit) as late_unit,
    count(distinct o.subject)::int as children,
    case when bool_or(k.id is not null) then (select count(*)::int from child x where x.case_id = c.id) end as of_children,
    case when not bool_or(h.person_id = ${reader.id}::uuid) then string_agg(distinct p.name, ' and ') end as held_by,
    min(e.id::text) as alert, c.facts_version <> c.planned_version as recorded_since
  from obligation o join case_file c on c.id = o.case_id
    left join child k on k.case_id = c.id and k.id::text = o.subject
    join held h on h.case_id = o.case_id and (k.id is null or h.child_id = o.subject)
    join person p on p.id = h.person_id
    left join escalation_member a on a.obligation_id = o.id and a.left_at is null
    left join escalation e on e.id = a.escalation_id and e.state = 'open'
  where o.case_id = any(array(select case_id from held)) and o.state = 'open'
    and o.due_on <= ${reader.day.plusDays(within).toString()}::date and (o.kind = 'obligation' or o.due_on <= ${reader.day.toString()}::date)
    and ${readableCases(reader)}
  group by c.id, c.ref, o.rule, o.title, o.kind, o.due_on order by o.due_on, c.ref, o.rule`
