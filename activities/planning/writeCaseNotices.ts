import type { AgendaLine } from '../../domain/agenda/agendaLine'
import { keyOf } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { Recipients } from '../people/recipients'
import { writeNotices, type NoticeRow } from './writeNotices'

interface CaseNotices {
  readonly lines: readonly AgendaLine[]
  readonly ids: ReadonlyMap<string, string>
  readonly revisions: ReadonlyMap<string, number>
  readonly caseId: string
  readonly recipients: Recipients
  readonly now: number
}

/** Writes the lines the case itself speaks, one notice per person who stands for the role today. */
export async function writeCaseNotices(
  tx: Transaction,
  { lines, ids, revisions, caseId, recipients, now }: CaseNotices,
): Promise<void> {
  const rows = lines.flatMap((line): NoticeRow[] => {
    const key = keyOf(line)
    const obligationId = ids.get(key)
    const revision = revisions.get(key)
    if (line.speaker !== 'case' || obligationId === undefined || revision === undefined) return []
    return recipients.whoFor(line.to, line.subject).map(({ personId, why }) => ({
      id: newId(now),
      case_id: caseId,
      obligation_id: obligationId,
      due_revision: revision,
      step: line.step,
      role: line.to,
      recipient_id: personId,
      why,
      lane: line.lane,
      due_on: line.dueOn.toString(),
      send_on: line.on.toString(),
      written_at: new Date(now).toISOString(),
      escalation_id: null,
    }))
  })
  await writeNotices(tx, rows)
}
