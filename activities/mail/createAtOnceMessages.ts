import { londonDay } from '../../domain/calendar/london'
import { alertWindow } from '../../domain/escalation/alertWindow'
import { firstAbove, rungOfStep, rungStep } from '../../domain/escalation/ladder'
import { tellsAtOnce } from '../../domain/policy/alertRules'
import { isImmediate } from '../../domain/policy/policyPack'
import { ruleBehind } from '../../domain/policy/policySchedule'
import { sentence } from '../../domain/timeline/sentence'
import type { Transaction } from '../../prisma/database'
import type { Rules } from '../planning/rules'
import { atOnceMessage } from './atOnceMessage'
import { noticeMessageId } from './messageId'

/** The reason by which a matter is known to be about immediate risk, as obligations keep their reasons. */
const OF_RISK = JSON.stringify([sentence({ step: 'immediate-risk' })])

interface Waiting {
  readonly id: string
  readonly rule: string
  readonly part: string
  readonly version: string
  readonly step: string
  readonly recipient_id: string
  readonly mail_domain: string
  /** What leads the alert; of a notice of no alert, its own matter. */
  readonly lead_rule: string
  readonly lead_part: string
  readonly lead_version: string
  readonly is_alert: boolean
  readonly due_on: string
  readonly reopened_revision: number | null
  /** A child is at immediate risk. */
  readonly of_risk: boolean
}

/**
 * Gives every at-once notice of a case its message, which may leave in the next alert window (working days 08:00 to 18:00, London), or now
 * where its rule says so (a child not seen, a breach). All that an alert speaks of shares the mail: one per case, leading rule, due date, step, reader and day. The
 * Message-ID is made from just these, so the same notices are the same mail for ever; what comes when that mail has left is the next of its day.
 */
export async function createAtOnceMessages(
  tx: Transaction,
  caseId: string,
  { policy, calendar }: Rules,
  now: number,
): Promise<void> {
  const waiting = await tx.$queryRaw<Waiting[]>`
    select n.id, e.id is not null as is_alert, o.rule, o.part, o.policy as version, n.step, n.recipient_id, a.mail_domain,
      l.rule as lead_rule, l.part as lead_part, l.policy as lead_version, l.reopened_revision, l.explanation @> ${OF_RISK}::jsonb as of_risk,
      case when l.id = o.id then n.due_on::text else l.due_on::text end as due_on
    from notice n join obligation o on o.id = n.obligation_id left join escalation e on e.id = n.escalation_id
      join obligation l on l.id = coalesce(e.obligation_id, n.obligation_id) cross join authority a
    where n.case_id = ${caseId}::uuid and n.lane = 'at-once' and n.message_id is null and n.withdrawn_at is null order by n.id for update of n`
  const opens = alertWindow(now, calendar)
  for (const notice of waiting) {
    const rule = ruleBehind(policy, { ...notice, policy: notice.version })
    const lead = ruleBehind(policy, { rule: notice.lead_rule, part: notice.lead_part, policy: notice.lead_version })
    const immediate =
      tellsAtOnce(rule) ||
      tellsAtOnce(lead) ||
      notice.of_risk ||
      rule.late.some((late) => late.step === notice.step && isImmediate(late))
    const rung = rungOfStep(notice.step)
    const step =
      rung === undefined || notice.rule === notice.lead_rule
        ? notice.step
        : rungStep(rung, firstAbove(lead)?.step ?? 'late')
    await giveMessage(tx, { caseId, notice, step, now, leaves: immediate ? now : opens })
  }
}

interface Giving {
  readonly caseId: string
  readonly notice: Waiting
  /** What the alert as a whole says by this notice. */
  readonly step: string
  readonly now: number
  /** Epoch milliseconds: when the mail may leave. */
  readonly leaves: number
}

/** One that has left takes no more: the next of its day does. */
async function giveMessage(tx: Transaction, { caseId, notice, step, now, leaves }: Giving): Promise<void> {
  const day = londonDay(now).toString()
  // Two dates of one rule are two matters, also where they fall on one day.
  const rule = [notice.lead_rule, ...(notice.is_alert && notice.lead_part !== '' ? [notice.lead_part] : [])].join('/')
  const messageId = await atOnceMessage(tx, {
    ...{ recipientId: notice.recipient_id, lane: 'at-once', now, leaves },
    mailIdOf: (part) =>
      noticeMessageId({
        ...{ caseId, rule, dueOn: notice.due_on, reopened: notice.reopened_revision },
        ...{ step, recipientId: notice.recipient_id, day, part, domain: notice.mail_domain },
      }),
  })
  await tx.$executeRaw`update notice set message_id = ${messageId}::uuid where id = ${notice.id}::uuid`
}
