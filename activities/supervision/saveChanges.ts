import type { SlotChange } from '../../domain/supervision/kept/slotChanges'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { TellingYear } from './tellingYear'

/** Writes down what became otherwise, for `tellUntold` to tell. */
export async function saveChanges(
  tx: Transaction,
  changes: readonly SlotChange[],
  telling: TellingYear,
): Promise<void> {
  const { teamId, now, idsOf, words } = telling
  const rows = changes.flatMap((one) => {
    const caseId = idsOf.get(one.case)
    return caseId === undefined
      ? []
      : [
          {
            ...{ id: newId(now), team_id: teamId, case_id: caseId, month: one.month, change: one.change },
            ...{ from_session: one.from?.session ?? null, from_day: one.from?.on.toString() ?? null },
            ...{ to_session: one.to?.session ?? null, to_day: one.to?.on.toString() ?? null },
            ...{ why: words(one.why, one.case), at: new Date(now).toISOString(), notice_id: null },
          },
        ]
  })
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into supervision_change select * from jsonb_populate_recordset(null::supervision_change, ${JSON.stringify(rows)}::jsonb)`
}
