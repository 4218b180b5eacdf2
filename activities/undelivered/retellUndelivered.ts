import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'
import { appendEntry } from '../escalation/appendEntry'
import type { EscalationRow } from '../escalation/lockEscalation'
import { loadRungsTold } from '../escalation/rungsTold'
import { PROMISE_OWNER } from '../escalation/tellOwner'
import { lowerFirst } from '../mail/lowerFirst'
import { newId } from '../newId'
import type { Recipient, Recipients } from '../people/recipients'
import { writeNotices, type NoticeRow } from '../planning/writeNotices'

interface Retelling {
  readonly escalation: Pick<EscalationRow, 'id' | 'case_id'>
  readonly recipients: Recipients
  /** When alerts may be told next; now while they may. Epoch milliseconds. */
  readonly opens: number
  readonly now: number
}

/** What one mail said to one reader on one rung. */
interface NotReached {
  readonly recipient_id: string
  /** Null: told at once, or later, on no rung. */
  readonly rung: number | null
  readonly detail: string
  /** Each of its matters, with the child it is about. */
  readonly notices: readonly (NoticeRow & { readonly subject: string })[]
}

/**
 * Goes on to the next person on a rung whose reader the mail did not reach: the log says who was not told and why, and who is told instead. Twice is the
 * same as once: each notice is taken note of in the transaction that tells the next person. A rung is told again when alerts may be told, as it was at first. Answers when
 * that is, or null when nothing is left to do.
 */
export async function retellUndelivered(tx: Transaction, retelling: Retelling): Promise<number | null> {
  const { escalation, opens, now } = retelling
  let later: number | null = null
  for (const lost of await notReached(tx, escalation.id)) {
    if (lost.rung !== null && opens > now) later = opens
    else await retellOne(tx, retelling, lost)
  }
  return later
}

async function retellOne(tx: Transaction, { escalation, recipients, now }: Retelling, lost: NotReached): Promise<void> {
  const moment = new Date(now).toISOString()
  const { rung, recipient_id: first } = lost
  await tx.$executeRaw`
    update notice set undelivered_at = ${moment}::timestamptz where id = any(${lost.notices.map(({ id }) => id)}::uuid[])`
  const passedOver = (await loadRungsTold(tx, escalation.case_id)).passedOver(escalation.id, rung ?? undefined)
  const known: string[] = []
  const told = new Map<string, string>()
  for (const { subject, ...notice } of lost.notices)
    for (const next of recipients.whoIsAlerted(notice.role, subject, passedOver)) {
      if ((await writeNotices(tx, [anew(notice, next, now)])).length > 0) told.set(next.personId, next.why)
      else if (next.personId !== first && !passedOver.notReached.has(next.personId)) known.push(next.personId)
    }
  const log = { escalationId: escalation.id, rung, now }
  const rest = told.size > 0 ? '' : known.length > 0 ? NEXT_KNOWS : NOBODY_LEFT
  const reason = `was not told: ${lowerFirst(lost.detail)}${rest}`
  await appendEntry(tx, { ...log, entry: 'skipped', personId: first, reason })
  for (const [personId, why] of told) await appendEntry(tx, { ...log, entry: 'told', personId, reason: why })
}

const NEXT_KNOWS = ' Who comes next has been told of it already.'
const NOBODY_LEFT = ' Nobody else is left: an administrator is asked to tell them.'

const anew = (notice: NoticeRow, next: Recipient, now: number): NoticeRow => ({
  ...notice,
  id: newId(now),
  recipient_id: next.personId,
  why: next.why,
  send_on: londonDay(now).toString(),
  written_at: new Date(now).toISOString(),
})

/**
 * Who was told by a mail that did not arrive, and nobody has taken note of it yet: one for each mail and rung, in the order in which they were told. Their
 * matters as they stand now: the date may have moved since. Not whoever is to keep a promise: nobody is next to them.
 */
async function notReached(tx: Transaction, escalationId: string): Promise<readonly NotReached[]> {
  const rows = await tx.$queryRaw<
    (NotReached['notices'][number] & Pick<NotReached, 'rung' | 'detail'> & { readonly message_id: string })[]
  >`
    select n.id, n.case_id, n.obligation_id, o.due_revision, n.step, n.role, n.recipient_id, n.why, n.lane, o.due_on::text, n.send_on::text,
      n.written_at::text, n.escalation_id, n.message_id, o.subject, t.detail, (select x.rung from escalation_entry x
        where x.escalation_id = n.escalation_id and x.person_id = n.recipient_id and x.entry = 'told' and x.at = n.written_at
        order by x.number desc limit 1) as rung
    from notice n join delivery_task t on t.message_id = n.message_id join obligation o on o.id = n.obligation_id
    where n.escalation_id = ${escalationId}::uuid and n.withdrawn_at is null and n.undelivered_at is null and o.state = 'open'
      and n.role <> ${PROMISE_OWNER}
    order by n.id for update of n`
  const found = new Map<string, NotReached>()
  for (const { rung, detail, message_id, ...notice } of rows) {
    const key = `${message_id} ${String(rung)}`
    const before = found.get(key)?.notices ?? []
    found.set(key, { recipient_id: notice.recipient_id, rung, detail, notices: [...before, notice] })
  }
  return [...found.values()]
}
