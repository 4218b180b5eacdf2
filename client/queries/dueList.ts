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
 * What is due or late, and the stalls found, late first: one row per case, rule and day; siblings who share them are counted. A child is held by whom its last
 * allocation names (without a list of children it covers them all), unless corrected or ended since: the same answer as
 * domain/chronology/responsiblePeople.ts, over a whole caseload.
 */
export const dueList = (
  db: Database,
  { today, within, teams, personId, escalated }: DueFilter,
): Promise<DueRow[]> => db.$queryRaw<DueRow[]>`
  with turn as (
    select e.case_id, e.kind, e.children, e.payload->>'person' as person, e.occurred_on, e.facts_version, e.position
    from chronology_event e
    where e.kind in ('worker-allocated', 'worker-ended') and not e.voids and e.occurred_on <= ${today}::date
      and not exists (select 1 from chronology_event s where s.case_id = e.case_id and s.supersedes = e.id)),
  last_allocation as (
    select distinct on (k.id) k.id as child, a.* from child k
    join turn a on a.case_id = k.case_id and a.kind = 'worker-allocated' and (cardinality(a.children) = 0 or k.id = any(a.children))
    order by k.id, a.occurred_on desc, a.facts_version desc, a.position desc),
  held as (
    select a.case_id, a.child from last_allocation a where a.person = ${personId}::text and not exists (
      select 1 from turn z where z.case_id = a.case_id and z.kind = 'worker-ended' and z.person = a.person
        and (cardinality(z.children) = 0 or a.child = any(z.children))
        and (z.occurred_on, z.facts_version, z.position) > (a.occurred_on, a.facts_version, a.position)))
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
      select 1 from held h where h.case_id = c.id and (o.subject = h.child::text
        -- The case itself, or a goal by its name: whoever holds any child of the case.
        or not exists (select 1 from child k where k.case_id = c.id and k.id::text = o.subject))))
    and (not ${escalated}::boolean or e.id is not null)
  group by c.ref, t.name, o.title, o.rule, o.due_on order by o.due_on, c.ref, o.rule`
