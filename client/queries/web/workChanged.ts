import type { Database } from '../../../prisma/database'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** A fact that somebody else recorded on a case of the reader, or that an import brought. */
export interface WorkChanged {
  readonly ref: string
  readonly kind: string
  readonly occurred_on: string
  readonly recorded_at: Date
  readonly name: string | null
  /** It corrects another, or takes it back. */
  readonly corrects: boolean
  readonly voids: boolean
}

export const MOST_CHANGES = 50

/** What others recorded on the cases of a reader since a moment (epoch milliseconds), the newest first; one more than is shown tells that there are more. */
export const workChanged = (db: Database, reader: Reader, since: number): Promise<WorkChanged[]> =>
  db.$queryRaw<WorkChanged[]>`
    select c.ref, v.kind, v.occurred_on::text, v.recorded_at, p.name, v.supersedes is not null as corrects, v.voids
    from case_file c join chronology_event v on v.case_id = c.id left join person p on p.id = v.actor_id
    where c.id = any(array(select h.case_id from case_holder h where h.role = 'allocated-worker' and h.person_id = any(${[...reader.holderIds]}::uuid[])))
      and v.recorded_at >= ${new Date(since).toISOString()}::timestamptz and v.actor_id is distinct from ${reader.id}::uuid and ${readableCases(reader)}
    order by v.recorded_at desc, c.ref, v.position limit ${MOST_CHANGES + 1}`
