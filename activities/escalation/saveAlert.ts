import { isoDay } from '../../domain/calendar/isoDay'
import { membersOf, type Matter } from '../../domain/escalation/matters'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Obligation } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { ObligationRow } from '../planning/saveObligations'
import { appendEntry } from './appendEntry'
import type { MemberRow } from './loadAlerts'

interface About {
  readonly matter: Matter
  /** The row of an obligation, as it was just planned. */
  readonly rowOf: (one: Obligation) => ObligationRow | undefined
  readonly now: number
}

/** Opens the alert of a matter. `rung`: where an earlier alert of it stood, whose rungs are all told now; 0 for none. */
export async function openAlert(
  tx: Transaction,
  { caseId, rung, matter, rowOf, now }: About & { readonly caseId: string; readonly rung: number },
): Promise<void> {
  const lead = rowOf(matter.leads[0])
  if (lead === undefined) return
  const id = newId(now)
  const moment = new Date(now).toISOString()
  await tx.$executeRaw`
    insert into escalation (id, case_id, obligation_id, due_on, state, opened_at, taken_up, next_moment)
    values (${id}::uuid, ${caseId}::uuid, ${lead.id}::uuid, ${lead.due_on}::date, 'open', ${moment}::timestamptz, false, ${moment}::timestamptz)`
  await saveMembers(tx, { id, matter, rowOf, now })
  if (rung > 1)
    await appendEntry(tx, {
      ...{ escalationId: id, entry: 'carried', rung, personId: null, now },
      reason: 'It is back: an earlier alert about it had gone up to here a short while ago',
    })
}

/** Keeps an open alert with what it speaks of now. What comes to it is on its log, and it looks at whom to tell. */
export async function carryMatter(
  tx: Transaction,
  { id, matter, rowOf, before, now }: About & { readonly id: string; readonly before: readonly MemberRow[] },
): Promise<void> {
  const were = new Map(before.map((one) => [one.obligation_id, one.leads]))
  const rows = membersOf(matter).flatMap((one) => rowOf(one) ?? [])
  const leads = new Set(matter.leads.flatMap((one) => rowOf(one)?.id ?? []))
  const come = rows.filter((row) => !were.has(row.id))
  const gone = before.filter((one) => !rows.some((row) => row.id === one.obligation_id))
  const isSame = come.length === 0 && gone.length === 0 && rows.every((row) => were.get(row.id) === leads.has(row.id))
  if (isSame) return
  const moment = new Date(now).toISOString()
  await saveMembers(tx, { id, matter, rowOf, now })
  await tx.$executeRaw`
    update escalation set obligation_id = ${rowOf(matter.leads[0])?.id}::uuid, next_moment = least(next_moment, ${moment}::timestamptz)
    where id = ${id}::uuid`
  for (const row of come)
    await appendEntry(tx, {
      ...{ escalationId: id, entry: 'joined', rung: null, personId: null, now },
      reason: `${row.title}, ${row.kind === 'stall' ? 'found on' : 'due'} ${dayWords(row.due_on)}`,
    })
}

/** Takes members out of their alerts. */
export const leaveAlerts = async (tx: Transaction, members: readonly MemberRow[], now: number): Promise<void> => {
  if (members.length === 0) return
  await tx.$executeRaw`
    update escalation_member m set left_at = ${new Date(now).toISOString()}::timestamptz
    from unnest(${members.map(({ escalation_id }) => escalation_id)}::uuid[], ${members.map(({ obligation_id }) => obligation_id)}::uuid[])
      as gone (escalation_id, obligation_id)
    where m.escalation_id = gone.escalation_id and m.obligation_id = gone.obligation_id and m.left_at is null`
}

const dayWords = (iso: string): string => govukDate(isoDay(iso))

const saveMembers = (tx: Transaction, { id, matter, rowOf, now }: About & { readonly id: string }): Promise<number> => {
  const rows = membersOf(matter).flatMap((one) => {
    const row = rowOf(one)
    return row === undefined
      ? []
      : [
          {
            ...{ escalation_id: id, obligation_id: row.id, leads: matter.leads.includes(one), due_on: row.due_on },
            joined_at: new Date(now).toISOString(),
          },
        ]
  })
  return tx.$executeRaw`
    insert into escalation_member select * from json_populate_recordset(null::escalation_member, ${JSON.stringify(rows)}::json)
    on conflict (escalation_id, obligation_id) do update set leads = excluded.leads, due_on = excluded.due_on, left_at = null,
      joined_at = case when escalation_member.left_at is null then escalation_member.joined_at else excluded.joined_at end`
}
