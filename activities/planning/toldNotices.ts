import { keyOf } from '../../domain/timeline/obligation'
import { Prisma } from '../../prisma/generated/client'

/** A notice of a case that still stands, with the key of its obligation. */
export interface ToldRow {
  readonly id: string
  readonly rule: string
  readonly subject: string
  readonly trigger: string
  readonly part: string
  readonly step: string
  readonly role: string
  readonly recipient_id: string
  readonly lane: string
  readonly due_on: string
  readonly due_revision: number
  readonly send_on: string
  readonly obligation_id: string
  readonly case_id: string
  readonly message_id: string | null
  readonly message_state: string | null
  readonly escalation_id: string | null
  readonly escalation_state: string | null
}

/** Every notice of the case that was not withdrawn, oldest revision first. */
export const toldNotices = (caseId: string): Prisma.Sql => Prisma.sql`
  select n.id, o.rule, o.subject, o.trigger, o.part, n.step, n.role, n.recipient_id, n.lane, n.due_on, n.due_revision, n.send_on, n.case_id,
    n.obligation_id, n.message_id, m.state as message_state, n.escalation_id, e.state as escalation_state
  from notice n join obligation o on o.id = n.obligation_id left join message m on m.id = n.message_id
    left join escalation e on e.id = n.escalation_id
  where n.case_id = ${caseId}::uuid and n.withdrawn_at is null
  order by n.due_revision, n.id`

/** Its mail was handed to the mail server, or waits for a person: somebody may have read it. One not yet written, or refused and tried again, has not left. */
export const hasLeft = ({ message_id, message_state }: Pick<ToldRow, 'message_id' | 'message_state'>): boolean =>
  message_id !== null && message_state !== 'created' && message_state !== 'unsent'

/** To be told at once, and in no mail yet. */
export const waitsForItsMail = ({ lane, message_id }: Pick<ToldRow, 'lane' | 'message_id'>): boolean =>
  lane === 'at-once' && message_id === null

/** Those that have left, by the key of their obligation. */
export function leftByKey(told: readonly ToldRow[]): ReadonlyMap<string, readonly ToldRow[]> {
  const found = new Map<string, ToldRow[]>()
  for (const row of told) {
    if (!hasLeft(row)) continue
    const key = keyOf(row)
    const others = found.get(key)
    if (others === undefined) found.set(key, [row])
    else others.push(row)
  }
  return found
}
