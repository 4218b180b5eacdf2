import type { SessionTold } from '../../domain/supervision/session/sessionLine'
import type { SessionMatter } from '../../domain/supervision/session/sessionMatter'
import type { Transaction } from '../../prisma/database'
import { READY_STEPS } from './readyNow'
import type { SessionRow } from './sessionFacts'
import type { SessionReaders } from './sessionReaders'

/** A notice of a session whose mail has not left. */
export interface UnsentNotice {
  readonly id: string
  readonly step: string
  readonly subject: string
  readonly tell: string
  readonly to: SessionTold['to']
  readonly recipientId: string
  readonly lane: 'digest' | 'at-once' | 'invitation'
  readonly revision: number
  readonly dueOn: string
  readonly uninvited: boolean
}

/** Locks what of a session has not left yet, by message and notice. */
export async function lockUnsentOf(tx: Transaction, sessionId: string): Promise<readonly UnsentNotice[]> {
  await tx.$queryRaw`
    select m.id from message m where m.id in (select message_id from supervision_notice where session_id = ${sessionId}::uuid and withdrawn_at is null)
      and m.state in ('created', 'unsent') order by m.id for update`
  return tx.$queryRaw<UnsentNotice[]>`
    select n.id::text, n.step, coalesce(n.subject::text, 'session') as subject, n.tell, n.to_role as to, n.recipient_id::text as "recipientId", n.lane, n.revision,
      n.due_on::text as "dueOn", a.uninvited_on is not null as uninvited
    from supervision_notice n left join message m on m.id = n.message_id left join attendance a on a.session_id = n.session_id and a.person_id = n.recipient_id
    where n.session_id = ${sessionId}::uuid and n.withdrawn_at is null and (m.id is null or m.state in ('created', 'unsent')) order by n.id`
}

/** What has been told of a session and stands. */
export const standingOf = (tx: Transaction, sessionId: string): Promise<readonly SessionTold[]> =>
  tx.$queryRaw<SessionTold[]>`
    select step, coalesce(subject::text, 'session') as subject, tell, to_role as to, due_on::text as "dueOn", send_on::text as "toldOn"
    from supervision_notice where session_id = ${sessionId}::uuid and withdrawn_at is null and lane <> 'invitation' and tell <> 'ready' order by written_at, id`

interface Now {
  readonly row: SessionRow
  readonly matters: readonly SessionMatter[]
  readonly readers: SessionReaders
  readonly now: number
}

/** Takes back what has not left and no longer holds: it has happened, its day is another, or somebody else stands there now. */
export async function withdrawGone(tx: Transaction, unsent: readonly UnsentNotice[], about: Now): Promise<void> {
  const gone = unsent.flatMap((notice) => {
    const why = notice.lane === 'invitation' ? invitationGone(notice, about.row) : wordGone(notice, about)
    return why === undefined ? [] : [{ id: notice.id, why }]
  })
  if (gone.length === 0) return
  await tx.$executeRaw`
    update supervision_notice n set withdrawn_at = ${new Date(about.now).toISOString()}::timestamptz, withdrawn_why = g.why, message_id = null
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) g (id uuid, why text) where n.id = g.id`
}

function invitationGone({ tell, revision, uninvited }: UnsentNotice, row: SessionRow): string | undefined {
  if (revision !== row.revision) return 'the session was changed before it left'
  if (tell === 'request' && row.state !== 'planned') return 'the session is not held'
  if (tell === 'request' && uninvited) return 'not invited any longer'
  return tell === 'cancel' && row.state === 'planned' && !uninvited ? 'invited again' : undefined
}

function wordGone(notice: UnsentNotice, { row, matters, readers }: Now): string | undefined {
  if (row.state === 'cancelled') return 'the session is cancelled'
  if (READY_STEPS.has(notice.step)) return notice.uninvited ? 'not invited any longer' : undefined
  const matter = matters.find(({ step, subject }) => step === notice.step && subject === notice.subject)
  if (matter === undefined) return 'it is not asked for any longer'
  if (matter.standing !== 'open') return 'it has happened, or need not'
  if (matter.dueOn.toString() !== notice.dueOn) return 'its day is another'
  return readers(notice.to, notice.subject, notice.lane === 'digest' ? 'digest' : 'at-once')?.person ===
    notice.recipientId
    ? undefined
    : 'somebody else stands there now'
}
