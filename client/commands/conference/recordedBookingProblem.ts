import type { LocalDate } from '@js-joda/core'
import { loadFacts } from '../../../activities/planning/loadFacts'
import type { CaseRow } from '../../../activities/planning/lockCase'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import { knownOn } from '../../../domain/chronology/knownOn'
import { bookingProblem } from '../../../domain/conference/bookingProblem'
import { BOOKS } from '../../../domain/conference/bookingsOfConference'
import type { Transaction } from '../../../prisma/database'
import { approvals } from './approvals'

interface Recorded {
  readonly row: CaseRow
  readonly kind: EventKind
  /** Of a booking: its payload has passed its schema. */
  readonly data: unknown
  readonly actorId: string
  readonly today: LocalDate
}

/**
 * Why a booking cannot be recorded as a fact by itself, or undefined when it can: it asks for what `bookConference` asks for. A day after the one that is agreed is the
 * next of a series.
 */
export async function recordedBookingProblem(
  tx: Transaction,
  { row, kind, data, actorId, today }: Recorded,
): Promise<string | undefined> {
  const conference = Object.entries(BOOKS).find(([, books]) => books === kind)?.[0]
  if (conference === undefined) return undefined
  const said = data as { readonly for: string; readonly reason?: string; readonly approvedBy?: string }
  const day = isoDay(said.for)
  const [due] = await tx.$queryRaw<{ booked_for: string | null; limit_on: string }[]>`
    select k.booked_for::text, min(o.limit_on)::text as limit_on from conference k join conference_member m on m.conference_id = k.id
      join obligation o on o.id = m.obligation_id and o.state = 'open'
    where k.case_id = ${row.id}::uuid and k.kind = ${conference} and k.state = 'due' and k.trigger_on < ${said.for}::date
    group by k.id order by min(o.limit_on), k.id limit 1`
  if (due === undefined) return undefined
  const agreed = due.booked_for === null ? null : isoDay(due.booked_for)
  if (agreed?.isBefore(day) === true) return undefined
  const facts = knownOn(await loadFacts(tx, row), today)
  const approved = await approvals(tx, said.approvedBy ?? actorId, { row, facts, today })
  if (typeof approved === 'string') return approved
  // A booking of a day that has passed is a record of what was arranged: the meeting itself is recorded as held.
  if (day.isBefore(today)) return undefined
  return bookingProblem({ for: day, today, limitOn: isoDay(due.limit_on), agreed, reason: said.reason, approved })
}
