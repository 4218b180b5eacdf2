import type { Transaction } from '../../prisma/database'

export interface NewNotice {
  readonly id: string
  /** What is told to whom: the same key is told once. */
  readonly key: string
  readonly teamId: string
  readonly sessionId: string | null
  /** A case or a person the notice is about. */
  readonly subject: string | null
  readonly step: string
  readonly tell: string
  readonly toRole: string
  readonly recipientId: string
  readonly why: string
  readonly lane: 'digest' | 'at-once' | 'invitation'
  readonly revision: number
  /** ISO dates. */
  readonly dueOn: string
  readonly sendOn: string
}

/** Writes notices about years and sessions. One that was written stays as it is; one that was taken back before it left stands again. Answers how many are new. */
export async function insertNotices(tx: Transaction, notices: readonly NewNotice[], now: number): Promise<number> {
  if (notices.length === 0) return 0
  const rows = notices.map((one) => ({
    ...{ id: one.id, key: one.key, team_id: one.teamId, session_id: one.sessionId, subject: one.subject },
    ...{ step: one.step, tell: one.tell, to_role: one.toRole, recipient_id: one.recipientId, why: one.why },
    ...{ lane: one.lane, revision: one.revision, due_on: one.dueOn, send_on: one.sendOn },
    written_at: new Date(now).toISOString(),
  }))
  return tx.$executeRaw`
    insert into supervision_notice select * from jsonb_populate_recordset(null::supervision_notice, ${JSON.stringify(rows)}::jsonb)
    on conflict (key) do update set withdrawn_at = null, withdrawn_why = null, message_id = null, why = excluded.why, send_on = excluded.send_on,
      written_at = excluded.written_at
    where supervision_notice.withdrawn_at is not null`
}
