import { readClock } from '../../../activities/clock'
import { londonDay } from '../../../domain/calendar/london'
import type { ConferenceKind } from '../../../domain/conference/conferenceKind'
import type { Database } from '../../../prisma/database'
import { isReadableBy } from '../readableBy'

/** A conference or core group on a list. Days are ISO dates. */
export interface ConferenceLine {
  readonly id: string
  readonly ref: string
  readonly kind: ConferenceKind
  /** It is one held again, because it was inquorate. */
  readonly again: boolean
  readonly state: 'due' | 'held' | 'not-held'
  readonly dueOn: string
  readonly bookedFor: string | null
  readonly heldOn: string | null
  readonly children: number
  /** Booked for a day after the last lawful one. */
  readonly beyond: boolean
}

interface CaseOf {
  readonly id: string
  readonly ref: string
  readonly team_id: string | null
  readonly live_since: string | null
}

/** The conferences and core groups of a case, the soonest due first; none where the reader may not read it. */
export async function conferenceList(
  db: Database,
  { ref, readerId }: { readonly ref: string; readonly readerId: string },
): Promise<readonly ConferenceLine[]> {
  const [row] = await db.$queryRaw<CaseOf[]>`
    select id::text, ref, team_id::text, live_since::text from case_file where ref = ${ref}`
  const day = londonDay((await readClock(db)).now)
  if (row === undefined || !(await isReadableBy(db, row, { readerId, day }))) return []
  return db.$queryRaw<ConferenceLine[]>`
    select k.id::text, c.ref, k.kind, k.again, k.state, k.due_on::text as "dueOn", k.booked_for::text as "bookedFor", k.held_on::text as "heldOn",
      m.children, coalesce(k.booked_for > m.limit_on, false) as beyond
    from conference k join case_file c on c.id = k.case_id,
      lateral (select count(distinct o.subject)::int as children, min(o.limit_on) filter (where o.state = 'open') as limit_on
        from conference_member x join obligation o on o.id = x.obligation_id where x.conference_id = k.id) m
    where c.id = ${row.id}::uuid order by k.due_on, k.kind, k.id`
}
