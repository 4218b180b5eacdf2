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
  readonly team: string | null
  /** A person's id, staff number or name: what was written or will be told to them; here, what hangs on cases they hold. */
  readonly personId: string | null
  readonly escalated: boolean
}

/** What is due or late, late first: one row per case, rule and day; siblings who share them are counted. */
export const dueList = (
  db: Database,
  { today, within, team, personId, escalated }: DueFilter,
): Promise<DueRow[]> => db.$queryRaw<DueRow[]>`
  select c.ref, t.name as team, o.title, o.rule, o.due_on::text, min(o.booked_for)::text as booked_for, o.due_on < ${today}::date as late,
    bool_or(e.id is not null) as escalated, count(distinct o.subject)::int as children
  from obligation o join case_file c on c.id = o.case_id left join team t on t.id = c.team_id
    left join escalation e on e.obligation_id = o.id and e.state = 'open'
  where o.state = 'open' and o.due_on <= ${today}::date + ${within}::int
    and (${team}::text is null or t.name ilike '%' || ${team}::text || '%')
    and (${personId}::uuid is null or exists (
      select 1 from chronology_event a where a.case_id = c.id and a.kind = 'worker-allocated' and a.payload->>'person' = ${personId}::text
        and not exists (select 1 from chronology_event z where z.case_id = c.id and z.kind in ('worker-allocated', 'worker-ended')
          and (z.occurred_on, z.facts_version, z.position) > (a.occurred_on, a.facts_version, a.position)
          and (z.payload->>'person' = a.payload->>'person' or z.kind = 'worker-allocated') and z.children && a.children)))
    and (not ${escalated}::boolean or e.id is not null)
  group by c.ref, t.name, o.title, o.rule, o.due_on order by o.due_on, c.ref, o.rule`
