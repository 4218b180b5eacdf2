import type { LocalDate } from '@js-joda/core'
import type { Obligation } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import type { Recipients } from '../people/recipients'
import type { AlertMember } from './alertMembers'
import type { EscalationRow } from './lockEscalation'
import { tellRung } from './tellRung'

interface Immediate {
  readonly escalation: EscalationRow
  /** What is late itself, as it was just planned. */
  readonly leads: readonly { readonly member: AlertMember; readonly obligation: Obligation }[]
  readonly recipients: Recipients
  readonly today: LocalDate
  readonly now: number
}

/**
 * Tells what a rule tells at once, whatever the day and whatever rung the matter stands on: a child not seen for 28 days. Once per due date.
 * Answers the first such day ahead, or null.
 */
export async function tellImmediately(
  tx: Transaction,
  { escalation, leads, recipients, today, now }: Immediate,
): Promise<LocalDate | null> {
  const each = leads.flatMap(({ member, obligation }) =>
    obligation.late.filter(({ at }) => at === 'at-once').map((late) => ({ member, ...late })),
  )
  for (const { member, step, on, to } of each) {
    if (on.isAfter(today)) continue
    const told = await tx.$queryRaw<unknown[]>`
      select 1 from notice where obligation_id = ${member.obligation_id}::uuid and due_revision = ${member.due_revision}
        and step = ${step} and withdrawn_at is null limit 1`
    if (told.length > 0) continue
    const tell = { rung: null, roles: to, steps: [{ member, step }] }
    await tellRung(tx, { escalation, tell, recipients, on: today, now })
  }
  const ahead = each.map(({ on }) => on).filter((on) => on.isAfter(today))
  return ahead.reduce<LocalDate | null>((first, on) => (first === null || on.isBefore(first) ? on : first), null)
}
