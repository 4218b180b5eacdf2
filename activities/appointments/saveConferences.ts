import { keyOf } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { ConferencePlan } from './conferencePlan'
import type { Keeping } from './keepAppointments'

/** Writes the conferences that are otherwise than before, and what each of them meets. One that nothing asks for any more is not held. */
export async function saveConferences(
  tx: Transaction,
  planned: readonly ConferencePlan[],
  { caseId, ids, before, now }: Pick<Keeping, 'caseId' | 'ids' | 'before' | 'now'>,
): Promise<void> {
  const used = new Set(planned.map(({ row }) => row?.id))
  const left = before.conferences.filter(
    (row) =>
      !used.has(row.id) &&
      (row.state === 'due' || row.next_moment !== null || row.planned_version !== row.facts_version),
  )
  for (const { id } of left)
    await tx.$executeRaw`
      update conference set state = 'not-held', booked_for = null, next_moment = null, planned_version = facts_version where id = ${id}::uuid`
  for (const plan of planned) {
    const { row } = plan
    if (row !== undefined) for (const other of plan.merged) await takeOver(tx, row.id, other.id)
    const members = plan.conference.due.flatMap((one) => ids.get(keyOf(one)) ?? [])
    const columns = columnsOf(plan)
    if (row === undefined) await insert(tx, { id: newId(now), caseId, columns, members })
    else {
      const known = new Set(row.members)
      const isNew = members.filter((member) => !known.has(member))
      if (isNew.length > 0) await join(tx, row.id, isNew)
      if (row.planned_version !== row.facts_version || differs(row, columns)) await update(tx, row.id, columns)
    }
  }
}

type Columns = ReturnType<typeof columnsOf>

/** Days and moments are ISO text. */
const columnsOf = ({ conference, standing, bookedSeenOn, nextMoment }: ConferencePlan) => ({
  ...{ kind: conference.kind, trigger_on: conference.triggerOn.toString(), again: conference.again },
  ...{ due_on: standing.dueOn.toString(), state: standing.state },
  booked_for: standing.bookedFor?.toString() ?? null,
  booked_seen_on: bookedSeenOn?.toString() ?? null,
  held_on: standing.heldOn?.toString() ?? null,
  next_moment: nextMoment === null ? null : new Date(nextMoment).toISOString(),
})

const SAME = ['trigger_on', 'again', 'due_on', 'state', 'booked_for', 'booked_seen_on', 'held_on'] as const

const differs = (row: NonNullable<ConferencePlan['row']>, columns: Columns): boolean =>
  SAME.some((field) => row[field] !== columns[field]) || momentMs(row.next_moment) !== momentMs(columns.next_moment)

const momentMs = (text: string | null): number | null => (text === null ? null : Date.parse(text))

const update = (tx: Transaction, id: string, columns: Columns): Promise<number> => tx.$executeRaw`
  update conference set trigger_on = ${columns.trigger_on}::date, again = ${columns.again}, due_on = ${columns.due_on}::date, state = ${columns.state},
    booked_for = ${columns.booked_for}::date, booked_seen_on = ${columns.booked_seen_on}::date, held_on = ${columns.held_on}::date,
    next_moment = ${columns.next_moment}::timestamptz, planned_version = facts_version where id = ${id}::uuid`

/** Two that were planned apart are one: who was invited to the other is invited to this one, and what was arranged for it stands where nothing else does. */
async function takeOver(tx: Transaction, id: string, other: string): Promise<void> {
  await tx.$executeRaw`update conference_invitee set conference_id = ${id}::uuid where conference_id = ${other}::uuid`
  await tx.$executeRaw`
    update conference k set at = o.at, place = o.place, arranged_for = o.arranged_for, invitations_for = o.invitations_for
    from conference o where k.id = ${id}::uuid and o.id = ${other}::uuid and k.arranged_for is null and o.arranged_for is not null`
}

interface Made {
  readonly id: string
  readonly caseId: string
  readonly columns: Columns
  readonly members: readonly string[]
}

async function insert(tx: Transaction, { id, caseId, columns, members }: Made): Promise<void> {
  const row = { id, case_id: caseId, ...columns, facts_version: 0, planned_version: 0, taken_up: false }
  await tx.$executeRaw`
    insert into conference select * from json_populate_record(null::conference, ${JSON.stringify(row)}::json)`
  await join(tx, id, members)
}

/** A matter that was another conference's is this one's from now on. */
const join = (tx: Transaction, id: string, members: readonly string[]): Promise<number> => tx.$executeRaw`
  insert into conference_member (obligation_id, conference_id) select unnest(${[...members]}::uuid[]), ${id}::uuid
  on conflict (obligation_id) do update set conference_id = excluded.conference_id`
