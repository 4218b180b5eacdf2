import { londonDay } from '../../domain/calendar/london'
import { alertWindow } from '../../domain/escalation/alertWindow'
import { isImmediate } from '../../domain/policy/policyPack'
import { ruleBehind } from '../../domain/policy/policySchedule'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { Rules } from '../planning/rules'
import { noticeMessageId } from './messageId'

interface Waiting {
  readonly id: string
  readonly rule: string
  readonly part: string
  readonly version: string
  readonly due_on: string
  readonly reopened_revision: number | null
  readonly step: string
  readonly recipient_id: string
  readonly mail_domain: string
}

/**
 * Gives every at-once notice of a case its message, which may leave in the next alert window (working days 08:00 to 18:00, London), or now
 * where its rule says so (a child not seen for 28 days). Siblings
 * who share a matter share the mail: one per case, rule, due date, step, reader and day. The Message-ID is made from just these, so the same
 * notices are the same mail for ever.
 */
export async function createAtOnceMessages(
  tx: Transaction,
  caseId: string,
  { policy, calendar }: Rules,
  now: number,
): Promise<void> {
  const waiting = await tx.$queryRaw<Waiting[]>`
    select n.id, o.rule, o.part, o.policy as version, n.due_on::text, o.reopened_revision, n.step, n.recipient_id, a.mail_domain
    from notice n join obligation o on o.id = n.obligation_id cross join authority a
    where n.case_id = ${caseId}::uuid and n.lane = 'at-once' and n.message_id is null and n.withdrawn_at is null order by n.id for update of n`
  const moment = new Date(now).toISOString()
  const opens = new Date(alertWindow(now, calendar)).toISOString()
  const day = londonDay(now).toString()
  for (const { id, rule, part, version, due_on, reopened_revision, step, recipient_id, mail_domain } of waiting) {
    const immediate = ruleBehind(policy, { rule, part, policy: version }).late.some(
      (late) => late.step === step && isImmediate(late),
    )
    const leaves = immediate ? moment : opens
    const mailId = noticeMessageId({
      caseId,
      rule,
      dueOn: due_on,
      reopened: reopened_revision,
      step,
      recipientId: recipient_id,
      day,
      domain: mail_domain,
    })
    await tx.$executeRaw`
      insert into message (id, mail_id, recipient_id, lane, day, state, created_at, next_moment)
      values (${newId(now)}::uuid, ${mailId}, ${recipient_id}::uuid, 'at-once', ${day}::date, 'created', ${moment}::timestamptz, ${leaves}::timestamptz)
      on conflict (mail_id) do update set state = 'created', next_moment = excluded.next_moment, first_try_at = null where message.state = 'withdrawn'`
    await tx.$executeRaw`update notice set message_id = (select id from message where mail_id = ${mailId}) where id = ${id}::uuid`
  }
}
