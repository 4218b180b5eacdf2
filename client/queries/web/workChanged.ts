import type { Database } from '../../../prisma/database'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** What somebody else recorded on a case of the reader, or an import brought: what is of one kind, day and hand as one line. */
export interface WorkChanged {
  readonly ref: string
  /** Null: an import brought the whole case, all its facts as one line. */
  readonly kind: string | null
  /** ISO; null where the whole case came. */
  readonly occurred_on: string | null
  /** When the newest of them was recorded. */
  readonly recorded_at: Date
  readonly name: string | null
  /** It corrects another, or takes it back. */
  readonly corrects: boolean
  readonly voids: boolean
  readonly facts: number
  /** The children whom they name; 0 where they are of all. */
  readonly children: number
}

export const MOST_CHANGES = 50

/** What others recorded on the cases of a reader since a moment (epoch milliseconds), the newest first; one more than is shown tells that there are more. */
export const workChanged = (db: Database, reader: Reader, since: number): Promise<WorkChanged[]> => {
  const from = new Date(since).toISOString()
  // Kept as it is: put into the questions below, whether a case is new would be asked again for every one of its facts.
  return db.$queryRaw<WorkChanged[]>`
    with mine as materialized (
      select c.id, c.ref, not exists (select 1 from chronology_event e where e.case_id = c.id and e.recorded_at < ${from}::timestamptz) as is_new from case_file c
      where c.id = any(array(select h.case_id from case_holder h where h.role = 'allocated-worker' and h.person_id = any(${[...reader.holderIds]}::uuid[])))
        and ${readableCases(reader)}),
    changed as (
      select m.ref, v.*, m.is_new and v.actor_id is null as came from mine m join chronology_event v on v.case_id = m.id
      where v.recorded_at >= ${from}::timestamptz and v.actor_id is distinct from ${reader.id}::uuid),
    lines as (
      select ref, case when came then null else kind end as kind, case when came then null else occurred_on end as occurred_on, actor_id,
        not came and supersedes is not null as corrects, not came and voids as voids, max(recorded_at) as recorded_at, min(position) as position,
        count(distinct changed.id)::int as facts, bool_or(cardinality(children) = 0) as of_all, count(distinct child)::int as children
      from changed left join lateral unnest(children) child on true group by 1, 2, 3, 4, 5, 6)
    select l.ref, l.kind, l.occurred_on::text, l.recorded_at, p.name, l.corrects, l.voids, l.facts, case when l.of_all then 0 else l.children end as children
    from lines l left join person p on p.id = l.actor_id
    order by l.recorded_at desc, l.ref, l.position limit ${MOST_CHANGES + 1}`
}
