import type { Database } from '../../../prisma/database'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** A case that the reader holds, or that somebody they cover for does, with the next thing due on it for the children held. */
export interface WorkCase {
  readonly ref: string
  /** Held by the reader or those they cover for. */
  readonly children: number
  readonly held_by: string | null
  readonly next_id: string | null
  readonly next_rule: string | null
  readonly next_title: string | null
  readonly next_due: string | null
}

/** The cases of a reader: what is late first, then by what is due next, those with nothing due last. */
export const workCases = (db: Database, reader: Reader): Promise<WorkCase[]> => db.$queryRaw<WorkCase[]>`
  with held as (
    select h.case_id, count(distinct h.child_id)::int as children, array_agg(h.child_id::text) as ids, string_agg(distinct p.name, ' and ') as names,
      bool_or(h.person_id = ${reader.id}::uuid) as own
    from case_holder h join person p on p.id = h.person_id
    where h.role = 'allocated-worker' and h.person_id = any(${[...reader.holderIds]}::uuid[]) group by h.case_id)
  select c.ref, h.children, case when not h.own then h.names end as held_by,
    n.id::text as next_id, n.rule as next_rule, n.title as next_title, n.due_on::text as next_due
  from held h join case_file c on c.id = h.case_id
    left join lateral (select o.id, o.rule, o.title, o.due_on from obligation o
      where o.case_id = c.id and o.state = 'open' and o.kind = 'obligation'
        and (o.subject = any(h.ids) or not exists (select from child k where k.case_id = c.id and k.id::text = o.subject))
      order by o.due_on, o.rule, o.id limit 1) n on true
  where ${readableCases(reader)} order by n.due_on nulls last, c.ref`
