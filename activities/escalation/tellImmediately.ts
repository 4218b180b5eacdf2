import type { LocalDate } from '@js-joda/core'
import type { Obligation } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import type { Recipients } from '../people/recipients'
import type { EscalationRow } from './lockEscalation'
import { tellRung } from './tellRung'

interface Immediate {
  readonly escalation: EscalationRow
  /** The matter of the escalation, as it was just planned. */
  readonly obligation: Obligation
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
  { escalation, obligation, recipients, today, now }: Immediate,
): Promise<LocalDate | null> {
  const steps = obligation.late.filter(({ at }) => at === 'at-once')
  for (const { step, on, to } of steps) {
    if (on.isAfter(today)) continue
    const told = await tx.$queryRaw<unknown[]>`
      select 1 from notice where obligation_id = ${escalation.obligation_id}::uuid and due_revision = ${escalation.due_revision}
        and step = ${step} and withdrawn_at is null limit 1`
    if (told.length === 0)
      await tellRung(tx, { escalation, tell: { rung: null, step, roles: to }, recipients, on: today, now })
  }
  return steps.map(({ on }) => on).find((on) => on.isAfter(today)) ?? null
}
