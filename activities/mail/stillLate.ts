import type { LocalDate } from '@js-joda/core'
import { knownOn } from '../../domain/chronology/knownOn'
import type { Database, Transaction } from '../../prisma/database'
import { loadPeople } from '../people/loadPeople'
import { recipientsAmong } from '../people/recipients'
import { loadFactsOf } from '../planning/loadFacts'
import { lateAndTold } from './lateAndTold'

/** Something late that its reader, or whoever had the case before, was told already. */
export interface StillLate {
  readonly case_id: string
  readonly ref: string
  readonly subject: string
  readonly title: string
  /** ISO date. */
  readonly due_on: string
  readonly late_unit: 'working-days' | 'calendar-days'
  /** For whom digests told it. */
  readonly roles: readonly string[]
  /** Facts or rules are newer than the plan of its case. */
  readonly stale: boolean
  readonly team_id: string | null
  readonly live_since: string | null
}

interface About {
  readonly readerId: string
  /** A digest of this reader: what it says anyway is not repeated; null before there is one. */
  readonly messageId: string | null
  /** The first working day of the week. */
  readonly firstDay: LocalDate
  /** Rules in force. */
  readonly version: string
}

/** What may still be late of a reader: told to them, or on a case of which they were made the worker. Whether they stand for it today is asked next. */
export const maybeStillLate = (
  tx: Transaction | Database,
  { readerId, messageId, firstDay, version }: About,
): Promise<StillLate[]> => tx.$queryRaw<StillLate[]>`
  with late as (${lateAndTold(firstDay.toString())}),
  mine as (
    select late.id from late where not exists (
        select from notice n where n.obligation_id = late.id and n.message_id = ${messageId}::uuid and n.withdrawn_at is null)
      and (exists (select from notice n where n.obligation_id = late.id and n.recipient_id = ${readerId}::uuid and n.lane = 'digest' and n.escalation_id is null)
        or exists (select from chronology_event e where e.case_id = late.case_id and e.kind = 'worker-allocated' and not e.voids
          and e.payload ->> 'person' = ${readerId}::text)))
  select o.case_id, c.ref, o.subject, o.title, o.due_on::text, o.late_unit, c.team_id, c.live_since::text,
    c.facts_version <> c.planned_version or c.rules_version <> ${version} as stale,
    (select array_agg(distinct n.role) from notice n join message m on m.id = n.message_id where n.obligation_id = o.id and n.withdrawn_at is null
      and n.lane = 'digest' and n.escalation_id is null and m.state in ('sending', 'sent', 'unknown', 'failed')) as roles
  from mine join obligation o on o.id = mine.id join case_file c on c.id = o.case_id order by o.due_on, c.ref, o.title, o.id`

/**
 * What is still late of a reader today: told before in a digest, not recorded as done, and theirs now, for they stand for one of the roles that were told.
 * `unclear`: cases that could not be planned; nothing is said of them here. Looked up from the facts, so that a new worker of a case hears of it too.
 */
export async function stillLate(
  tx: Transaction | Database,
  { unclear, today, ...about }: About & { readonly unclear: ReadonlyMap<string, unknown>; readonly today: LocalDate },
): Promise<readonly StillLate[]> {
  const found = (await maybeStillLate(tx, about)).filter(({ case_id }) => !unclear.has(case_id))
  if (found.length === 0) return []
  const cases = [...new Map(found.map((one) => [one.case_id, one])).values()]
  const rows = cases.map(({ case_id: id, ref, team_id, live_since }) => ({ id, ref, team_id, live_since }))
  const everybody = await loadPeople(tx, today.toString())
  const facts = await loadFactsOf(tx, rows)
  const recipients = new Map(
    rows.map((row, place) => {
      const recorded = facts[place]
      if (recorded === undefined) throw new Error(`The facts of case ${row.id} were not read.`)
      return [row.id, recipientsAmong(everybody, { row, facts: knownOn(recorded, today), day: today })]
    }),
  )
  return found.filter(({ case_id, subject, roles }) =>
    roles.some((role) =>
      recipients
        .get(case_id)
        ?.whoFor(role, subject)
        .some(({ personId }) => personId === about.readerId),
    ),
  )
}
