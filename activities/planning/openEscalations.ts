import { keyOf, type Obligation } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import { endEscalation } from '../escalation/endEscalation'
import { newId } from '../newId'
import type { OpenEscalation } from './lockUnsent'
import type { ObligationRow } from './saveObligations'

interface Matters {
  /** Open obligations whose first word above the worker is due. */
  readonly matters: readonly Obligation[]
  /** Those that are open, and locked. */
  readonly open: readonly OpenEscalation[]
  readonly obligations: readonly ObligationRow[]
  readonly ids: ReadonlyMap<string, string>
  readonly caseId: string
  readonly now: number
}

/**
 * Opens one escalation per late matter and ends those whose fact has happened. One that a manager withdrew is not opened again for the
 * same due date. Found from the facts, never clicked.
 */
export async function openEscalations(
  tx: Transaction,
  { matters, open, obligations, ids, caseId, now }: Matters,
): Promise<void> {
  const late = new Set(matters.flatMap((matter) => ids.get(keyOf(matter)) ?? []))
  for (const { id, obligation_id } of open) {
    if (late.has(obligation_id)) continue
    const obligation = obligations.find((row) => ids.get(keyOf(row)) === obligation_id)
    await endEscalation(tx, {
      escalationId: id,
      entry: 'resolved',
      personId: null,
      reason: whyResolved(obligation),
      now,
    })
  }
  const opening = [...late].filter((id) => !open.some((escalation) => escalation.obligation_id === id))
  if (opening.length === 0) return
  const moment = new Date(now).toISOString()
  const rows = opening.map((obligationId) => ({
    id: newId(now),
    case_id: caseId,
    obligation_id: obligationId,
    due_on: obligations.find((row) => ids.get(keyOf(row)) === obligationId)?.due_on,
    state: 'open',
    opened_at: moment,
    taken_up: false,
    next_moment: moment,
  }))
  await tx.$executeRaw`
    insert into escalation select r.* from json_populate_recordset(null::escalation, ${JSON.stringify(rows)}::json) r
    where not exists (
      select 1 from escalation e where e.obligation_id = r.obligation_id and e.state = 'withdrawn' and e.due_on = r.due_on)
    on conflict do nothing`
}

function whyResolved(obligation: ObligationRow | undefined): string {
  if (obligation === undefined) return 'What it was about has been taken back.'
  switch (obligation.state) {
    case 'met':
    case 'met-late':
      return `Done on ${obligation.ended_on ?? ''}.`
    case 'cancelled':
      return `No longer needed since ${obligation.ended_on ?? ''}.`
    default:
      return `The date has moved to ${obligation.due_on}${obligation.moved_because === null ? '' : ` (${obligation.moved_because})`}.`
  }
}
