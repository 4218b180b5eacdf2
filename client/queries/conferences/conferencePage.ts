import { readClock } from '../../../activities/clock'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import { bookingMoves, type BookingMade } from '../../../domain/conference/bookingMoves'
import { PAPERS } from '../../../domain/conference/conferenceKind'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Database } from '../../../prisma/database'
import { isId } from '../../commands/isId'
import { namesOf } from '../supervision/caseRecord'
import { conferenceList, type ConferenceLine } from './conferenceList'

interface InviteeLine {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly reply: string | null
  readonly reportAskedOn: string | null
  readonly reportReceivedOn: string | null
  readonly attended: boolean | null
  readonly absentWhy: string | null
}

/** One conference, from not booked to its record circulated. Days are ISO dates. */
export interface ConferencePage extends ConferenceLine {
  readonly at: string | null
  readonly place: string | null
  readonly invitationsOut: boolean
  readonly invitees: readonly InviteeLine[]
  /** Every booking that was made of it, in order, and how many of them were moved. */
  readonly bookings: readonly BookingMade[]
  readonly moves: number
  /** What has to be done for it, each with its day and reasons: for each child once. */
  readonly matters: readonly {
    readonly title: string
    readonly dueOn: string
    readonly state: string
    readonly explanation: readonly string[]
  }[]
  /** What was recorded of the meeting; null until it was held. */
  readonly outcome: {
    readonly outcome: string | null
    readonly quorate: boolean | null
    readonly childView: string | null
    readonly parentsView: string | null
    readonly decisions: readonly string[]
  } | null
}

interface Row {
  readonly case_id: string
  readonly ref: string
  readonly team_id: string | null
  readonly live_since: string | null
  readonly trigger_on: string
  readonly at: string | null
  readonly place: string | null
  readonly invitations_out: boolean
  readonly held_by: readonly string[]
  readonly children: readonly string[]
}

/** Undefined where there is none, or the reader may not open its case. */
export async function conferencePage(
  db: Database,
  { id, readerId }: { readonly id: string; readonly readerId: string },
): Promise<ConferencePage | undefined> {
  if (!isId(id)) return undefined
  const [row] = await db.$queryRaw<Row[]>`
    select c.id::text as case_id, c.ref, c.team_id::text, c.live_since::text, k.trigger_on::text,
      case when k.arranged_for = coalesce(k.booked_for, k.held_on) then k.at end as at, case when k.arranged_for = coalesce(k.booked_for, k.held_on) then k.place end as place, coalesce(k.invitations_for = k.booked_for, false) as invitations_out,
      array(select distinct o.ended_by from conference_member m join obligation o on o.id = m.obligation_id
        where m.conference_id = k.id and o.state in ('met', 'met-late')) as held_by,
      array(select distinct o.subject from conference_member m join obligation o on o.id = m.obligation_id where m.conference_id = k.id) as children
    from conference k join case_file c on c.id = k.case_id where k.id = ${id}::uuid`
  if (row === undefined) return undefined
  const today = londonDay((await readClock(db)).now)
  const line = (await conferenceList(db, { ref: row.ref, readerId })).find((one) => one.id === id.toLowerCase())
  if (line === undefined) return undefined
  const facts = knownOn(
    await loadFacts(db, { id: row.case_id, ref: row.ref, team_id: row.team_id, live_since: row.live_since }),
    today,
  )
  const moved = bookingMoves(facts, {
    ...{ kind: line.kind, children: row.children, since: isoDay(row.trigger_on) },
    heldOn: line.heldOn === null ? null : isoDay(line.heldOn),
  })
  const names = await namesOf(
    db,
    moved.flatMap(({ approvedBy }) => (approvedBy === null ? [] : [approvedBy])),
  )
  const [meeting] = facts.events.filter(({ id: event }) => row.held_by.includes(event))
  return {
    ...line,
    ...{ at: row.at, place: row.place, invitationsOut: row.invitations_out },
    invitees: await inviteesOf(db, line.id),
    bookings: moved.map((one) => ({
      ...one,
      approvedBy: one.approvedBy === null ? null : (names.get(one.approvedBy) ?? one.approvedBy),
    })),
    moves: moved.filter(({ moved: gone }) => gone).length,
    matters: await mattersOf(db, line),
    outcome: meeting === undefined ? null : outcomeOf(meeting.data),
  }
}

function outcomeOf(data: object): NonNullable<ConferencePage['outcome']> {
  const said = data as Partial<Record<keyof NonNullable<ConferencePage['outcome']>, unknown>>
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return {
    ...{ outcome: text(said.outcome), quorate: typeof said.quorate === 'boolean' ? said.quorate : null },
    ...{ childView: text(said.childView), parentsView: text(said.parentsView) },
    decisions: Array.isArray(said.decisions) ? (said.decisions as readonly string[]) : [],
  }
}

/** An answer to another day than the one that is booked is none. */
const inviteesOf = (db: Database, id: string): Promise<InviteeLine[]> => db.$queryRaw<InviteeLine[]>`
  select i.id::text, i.name, i.agency, case when i.reply_for is not distinct from coalesce(k.booked_for, i.reply_for) then i.reply end as reply,
    i.report_asked_on::text as "reportAskedOn", i.report_received_on::text as "reportReceivedOn", i.attended, i.absent_why as "absentWhy"
  from conference_invitee i join conference k on k.id = i.conference_id
  where i.conference_id = ${id}::uuid and i.uninvited_on is null order by i.agency, i.name, i.id`

/** The meeting itself, and its papers: reports before it, decision and record after it. What stands alike for several children is said once. */
const mattersOf = (
  db: Database,
  { id, kind }: Pick<ConferencePage, 'id' | 'kind'>,
): Promise<ConferencePage['matters'][number][]> => {
  const reports = Object.entries(PAPERS).flatMap(([rule, paper]) =>
    paper.from === 'booking' && paper.of === kind ? [rule] : [],
  )
  const after = Object.entries(PAPERS).flatMap(([rule, paper]) => (paper.from === 'held' ? [rule] : []))
  return db.$queryRaw<ConferencePage['matters'][number][]>`
    with member as (select o.* from conference_member m join obligation o on o.id = m.obligation_id where m.conference_id = ${id}::uuid)
    select distinct on (o.due_on, o.title, o.state) o.title, o.due_on::text as "dueOn", o.state, o.explanation from obligation o
    where o.state <> 'gone' and o.case_id in (select case_id from member) and (o.id in (select id from member)
      or (o.rule = any(${after}) and exists (
        select from member m where m.subject = o.subject and m.ended_on = o.trigger_on and m.state in ('met', 'met-late')))
      or (o.rule = any(${reports}) and exists (
        select from member m where m.subject = o.subject and o.trigger_on >= m.trigger_on and (m.ended_on is null or o.trigger_on <= m.ended_on))))
    order by o.due_on, o.title, o.state, o.id`
}
