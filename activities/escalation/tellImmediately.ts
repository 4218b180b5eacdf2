import type { LocalDate } from '@js-joda/core'
import { earliest } from '../../domain/calendar/earliest'
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
  const due = each.filter(({ on }) => !on.isAfter(today))
  const told = await stepsTold(
    tx,
    due.map(({ member }) => member.obligation_id),
  )
  for (const { member, step, to } of due) {
    if (told.has(stepKey({ ...member, step }))) continue
    const tell = { rung: null, roles: to, steps: [{ member, step }] }
    await tellRung(tx, { escalation, tell, recipients, on: today, now })
  }
  return earliest(each.map(({ on }) => on).filter((on) => on.isAfter(today)))
}

type Step = Pick<AlertMember, 'obligation_id' | 'due_revision'> & { readonly step: string }

const stepKey = ({ obligation_id, due_revision, step }: Step): string =>
  [obligation_id, String(due_revision), step].join(' ')

/** What has been told of some obligations, by anybody, as it stands now: a rung may just have spoken. */
async function stepsTold(tx: Transaction, obligationIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (obligationIds.length === 0) return new Set()
  const rows = await tx.$queryRaw<Step[]>`
    select obligation_id::text, due_revision, step from notice where obligation_id = any(${[...obligationIds]}::uuid[]) and withdrawn_at is null`
  return new Set(rows.map(stepKey))
}
