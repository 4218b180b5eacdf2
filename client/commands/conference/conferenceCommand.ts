import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { ConferenceKind } from '../../../domain/conference/conferenceKind'
import type { Transaction } from '../../../prisma/database'
import { caseCommand, refuse, type OnCase, type CaseAnswer, type Worked } from '../onCase/caseCommand'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'

export interface ConferenceCommand {
  readonly conferenceId: string
  readonly actorId: string
  /** One per click: the same command twice does nothing and gets the first answer. A UUID. */
  readonly commandId: string
  /** The version of its case the person was looking at; not checked when missing. */
  readonly seenVersion?: number
}

/** A conference as a command finds it; its case is locked. */
interface ActedConference {
  readonly id: string
  readonly kind: ConferenceKind
  readonly state: 'due' | 'held' | 'not-held'
  readonly bookedFor: LocalDate | null
  readonly heldOn: LocalDate | null
  /** Of the matters that are open, the first last lawful day, and the children they are of. */
  readonly limitOn: LocalDate
  readonly children: readonly string[]
  /** The records of it, once held. */
  readonly heldBy: readonly string[]
}

export interface ConferenceActing extends OnCase {
  readonly conference: ActedConference
}

const UNKNOWN_CONFERENCE =
  'There is no such conference. `caseclock conference list REF` lists those of a case with their ids.'

/** A command about one conference or core group: its case is locked, changed and woken. Whoever has only part of the case does none of this. */
export async function conferenceCommand(
  deps: CommandDeps,
  { conferenceId, ...command }: ConferenceCommand & { readonly action: string },
  work: (tx: Transaction, acting: ConferenceActing) => Promise<Worked | Refusal>,
): Promise<CaseAnswer> {
  if (!isId(conferenceId)) return refuse('unknown-conference', UNKNOWN_CONFERENCE)
  const [named] = await deps.db.$queryRaw<{ ref: string }[]>`
    select f.ref from conference c join case_file f on f.id = c.case_id where c.id = ${conferenceId}::uuid`
  if (named === undefined) return refuse('unknown-conference', UNKNOWN_CONFERENCE)
  return caseCommand(deps, { ...command, ref: named.ref, kinds: [], byPlan: true }, async (acting) => {
    const { tx } = acting
    const conference = await readConference(tx, conferenceId)
    if (conference === undefined) return refuse('unknown-conference', UNKNOWN_CONFERENCE)
    const done = await work(tx, { ...acting, conference })
    if ('refused' in done) return done
    await tx.$executeRaw`update conference set facts_version = facts_version + 1 where id = ${conferenceId}::uuid`
    return { ...done, id: done.id ?? conference.id, detail: { conference: conference.id, ...done.detail } }
  })
}

interface Row {
  readonly id: string
  readonly kind: ConferenceKind
  readonly state: ActedConference['state']
  readonly due_on: string
  readonly booked_for: string | null
  readonly held_on: string | null
  readonly limit_on: string | null
  readonly children: readonly string[] | null
  readonly held_by: readonly string[] | null
}

async function readConference(tx: Transaction, id: string): Promise<ActedConference | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    select c.id::text, c.kind, c.state, c.due_on::text, c.booked_for::text, c.held_on::text,
      (min(o.limit_on) filter (where o.state = 'open'))::text as limit_on,
      array_agg(distinct o.subject) filter (where o.state = 'open') as children,
      array_agg(distinct o.ended_by) filter (where o.state in ('met', 'met-late')) as held_by
    from conference c left join conference_member m on m.conference_id = c.id left join obligation o on o.id = m.obligation_id
    where c.id = ${id}::uuid group by c.id`
  if (row === undefined) return undefined
  const day = (text: string | null): LocalDate | null => (text === null ? null : isoDay(text))
  return {
    ...{ id: row.id, kind: row.kind, state: row.state },
    ...{ bookedFor: day(row.booked_for), heldOn: day(row.held_on), limitOn: day(row.limit_on) ?? isoDay(row.due_on) },
    ...{ children: row.children ?? [], heldBy: row.held_by ?? [] },
  }
}
