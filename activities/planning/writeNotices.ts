import type { Transaction } from '../../prisma/database'

/** One row of `notice` as it is first written. */
export interface NoticeRow {
  readonly id: string
  readonly case_id: string
  readonly obligation_id: string
  readonly due_revision: number
  readonly step: string
  readonly role: string
  readonly recipient_id: string
  readonly why: string
  readonly lane: string
  readonly due_on: string
  readonly send_on: string
  readonly written_at: string
  readonly escalation_id: string | null
}

/**
 * Writes each notice once: its key is unique, and one person who stands for two roles is told once. One that had been withdrawn before it left stands
 * again. Answers whose were written, one for each.
 */
export async function writeNotices(tx: Transaction, rows: readonly NoticeRow[]): Promise<readonly string[]> {
  if (rows.length === 0) return []
  const written = await tx.$queryRaw<{ recipient_id: string }[]>`
    insert into notice select * from json_populate_recordset(null::notice, ${JSON.stringify(oncePerReader(rows))}::json)
    on conflict (obligation_id, due_revision, step, recipient_id) do update set
      withdrawn_at = null, withdrawn_why = null, due_on = excluded.due_on, send_on = excluded.send_on, written_at = excluded.written_at,
      role = excluded.role, why = excluded.why, lane = excluded.lane, escalation_id = excluded.escalation_id
    where notice.withdrawn_at is not null and notice.message_id is null
    returning recipient_id::text`
  return written.map(({ recipient_id }) => recipient_id)
}

/** For the role that comes first. */
function oncePerReader(rows: readonly NoticeRow[]): readonly NoticeRow[] {
  const seen = new Map<string, NoticeRow>()
  for (const row of rows) {
    const key = [row.obligation_id, row.due_revision, row.step, row.recipient_id].join('|')
    if (!seen.has(key)) seen.set(key, row)
  }
  return [...seen.values()]
}

/** Takes back notices that have not left. The reason is for the list on the case. `now`: ISO moment. */
export const withdrawNotices = (tx: Transaction, ids: readonly string[], why: string, now: string): Promise<number> =>
  ids.length === 0
    ? Promise.resolve(0)
    : tx.$executeRaw`
      update notice set withdrawn_at = ${now}::timestamptz, withdrawn_why = ${why}, message_id = null
      where id = any(${[...ids]}::uuid[]) and withdrawn_at is null`
