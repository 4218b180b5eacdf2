import type { Database } from '../../prisma/database'

export interface DueRow {
  readonly ref: string
  readonly team: string | null
  readonly title: string
  readonly rule: string
  readonly due_on: string
  readonly booked_for: string | null
  readonly late: boolean
  readonly escalated: boolean
  readonly children: number
}

export interface DueFilter {
  /** ISO date. */
  readonly today: string
  /** Days ahead. */
  readonly within: number
  /** Teams by id, null among them for cases without one; null: all. */
  readonly teams: readonly (string | null)[] | null
  /** A person's id: what hangs on children they hold today. */
  readonly personId: string | null
  readonly escalated: boolean
}

/**
 * What is due or late, and the stalls found, late first: one row per case, rule and day; siblings who share them are counted. Who holds a child is what `case_holder`
 * keeps: as the last plan, or the last command on the case, found it.
 */
export const dueList = (
  db: Database,
  { today, within, teams, personId, escalated }: DueFilter,
): Promise<DueRow[]> => db.$queryRaw<DueRow[]>`
  select c.ref, t.name as team, o.title, o.rule, o.due_on::text, min(o.booked_for)::text as booked_for, o.due_on < ${today}::date as late,
    bool_or(e.id is not null) as escalated, count(distinct o.subject)::int as children
  from obligation o join case_file c on c.id = o.case_id left join team t on t.id = c.team_id
    left join escalation_member a on a.obligation_id = o.id and a.left_at is null
    left join escalation e on e.id = a.escalation_id and e.state = 'open'
  where o.state = 'open'
    -- What is escalated is shown whatever its day: the list agrees with that of the alerts.
    and (o.due_on <= ${today}::date + ${within}::int and (o.kind = 'obligation' or o.due_on <= ${today}::date) or ${escalated}::boolean)
    and (${teams === null ? null : teams.filter((id) => id !== null)}::uuid[] is null
      or c.team_id = any(${teams?.filter((id) => id !== null) ?? []}::uuid[]) or (${teams?.includes(null) ?? false}::boolean and c.team_id is null))
    and (${personId}::uuid is null or exists (
      select 1 from case_holder h where h.case_id = c.id and h.person_id = ${personId}::uuid and h.role = 'allocated-worker' and (o.subject = h.child_id::text
        -- The case itself, or a goal by its name: whoever holds any child of the case.
        or not exists (select 1 from child k where k.case_id = c.id and k.id::text = o.subject))))
    and (not ${escalated}::boolean or e.id is not null)
  group by c.ref, t.name, o.title, o.rule, o.due_on order by o.due_on, c.ref, o.rule`
