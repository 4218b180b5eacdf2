import type { Told } from '../../../domain/agenda/agenda'
import type { Transaction } from '../../../prisma/database'
import { keyOf } from '../../../domain/timeline/obligation'

/** What has been said about a case and holds when its matters stay open: one that had ended and opens again is told anew, as the planner does. */
export interface SaidSoFar {
  readonly told: readonly Told[]
  /** Keys of matters whose escalation is open, or was withdrawn by a manager, with the due day. One that its fact resolved says nothing of the next. */
  readonly escalated: ReadonlySet<string>
}

export const NOTHING_SAID: SaidSoFar = { told: [], escalated: new Set() }

export async function saidSoFar(tx: Transaction, caseId: string): Promise<SaidSoFar> {
  const told = await tx.$queryRaw<Told[]>`
    select o.rule, o.subject, o.trigger, o.part, n.step, n.role as to, n.due_on::text as "dueOn"
    from notice n join obligation o on o.id = n.obligation_id where n.case_id = ${caseId}::uuid and n.withdrawn_at is null
      and o.state not in ('met', 'met-late', 'cancelled', 'gone') and n.due_revision >= coalesce(o.reopened_revision, 1)`
  const open = await tx.$queryRaw<{ rule: string; subject: string; trigger: string; part: string; due: string }[]>`
    select o.rule, o.subject, o.trigger, o.part, e.due_on::text as due
    from escalation e join obligation o on o.id = e.obligation_id where e.case_id = ${caseId}::uuid and e.state <> 'resolved'`
  return { told, escalated: new Set(open.map((row) => `${keyOf(row)} ${row.due}`)) }
}
