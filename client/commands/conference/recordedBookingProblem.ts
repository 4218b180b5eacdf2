import type { LocalDate } from '@js-joda/core'
import { loadFacts } from '../../../activities/planning/loadFacts'
import type { CaseRow } from '../../../activities/planning/lockCase'
import { planCase } from '../../../activities/planning/planCase'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { knownOn } from '../../../domain/chronology/knownOn'
import { BOOKS, conferenceBooked } from '../../../domain/conference/bookingsOfConference'
import { seriesProblem, type DueConference } from '../../../domain/conference/seriesProblem'
import type { ConferenceKind } from '../../../domain/conference/conferenceKind'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { Transaction } from '../../../prisma/database'
import type { ToRecord } from '../misfitProblem'
import { approvals } from './approvals'

interface Recorded {
  readonly row: CaseRow
  /** Its payload has passed its schema. */
  readonly event: ToRecord
  readonly actorId: string
  readonly today: LocalDate
}

/** Why a booking, or its cancellation, cannot be recorded as a fact by itself, or undefined when it can: it asks for what `bookConference` asks for. */
export async function recordedBookingProblem(tx: Transaction, recorded: Recorded): Promise<string | undefined> {
  const { row, event, today } = recorded
  const kind = conferenceBooked(event.kind)
  if (event.void === true || (kind === undefined && event.kind !== 'meeting-cancelled')) return undefined
  if (row.facts_version !== row.planned_version) await planCase(tx, rulesInForce(), row.id)
  const facts = knownOn(await loadFacts(tx, row), today)
  return kind === undefined ? cancelled(tx, recorded, facts) : booked(tx, recorded, { facts, kind })
}

async function booked(
  tx: Transaction,
  { row, event, actorId, today }: Recorded,
  { facts, kind }: { readonly facts: CaseFacts; readonly kind: ConferenceKind },
): Promise<string | undefined> {
  const said = event.data as { readonly for: string; readonly reason?: string; readonly approvedBy?: string }
  const day = isoDay(said.for)
  // What was arranged for a day that has passed is on record only: the meeting itself is recorded as held.
  if (day.isBefore(today)) return undefined
  const approved = await approvals(tx, said.approvedBy ?? actorId, { row, facts, today, kind })
  if (typeof approved === 'string') return approved
  const corrected = facts.events.find(({ id }) => id === event.supersedes)
  const due = await dueConferences(tx, row.id, kind)
  const children = event.children?.length ? event.children : facts.children.map(({ id }) => id)
  return seriesProblem(due, {
    ...{ for: day, today, children, reason: said.reason, approved },
    corrects: corrected?.kind === BOOKS[kind] ? isoDay(corrected.data.for) : null,
  })
}

/** An agreed day is not cancelled by whoever may not move it. */
async function cancelled(
  tx: Transaction,
  { row, event, actorId, today }: Recorded,
  facts: CaseFacts,
): Promise<string | undefined> {
  const { booking } = event.data as { readonly booking: string }
  const named = facts.events.find(({ id }) => id === booking)
  const kind = named === undefined ? undefined : conferenceBooked(named.kind)
  if (named === undefined || kind === undefined) return undefined
  const day = isoDay((named.data as { readonly for: string }).for)
  if (day.isBefore(today)) return undefined
  const approved = await approvals(tx, actorId, { row, facts, today, kind })
  if (typeof approved === 'string') return approved
  return approved.move
    ? undefined
    : `It is booked for ${govukDate(day)}. Only the chair, or the chair’s manager, cancels an agreed day; \`caseclock conference book\` moves it, and names who approved that.`
}

interface Row {
  readonly booked_for: string | null
  readonly limit_on: string
  readonly trigger_on: string
  readonly children: readonly string[]
}

/** The conferences of one kind that are due on a case, each with the children it is due for. */
async function dueConferences(
  tx: Transaction,
  caseId: string,
  kind: ConferenceKind,
): Promise<readonly DueConference[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select k.booked_for::text, k.trigger_on::text, min(o.limit_on)::text as limit_on, array_agg(distinct o.subject) as children
    from conference k join conference_member m on m.conference_id = k.id join obligation o on o.id = m.obligation_id and o.state = 'open'
    where k.case_id = ${caseId}::uuid and k.kind = ${kind} and k.state = 'due' group by k.id order by min(o.limit_on), k.id`
  return rows.map((row) => ({
    agreed: row.booked_for === null ? null : isoDay(row.booked_for),
    ...{ since: isoDay(row.trigger_on), limitOn: isoDay(row.limit_on), children: row.children },
  }))
}
