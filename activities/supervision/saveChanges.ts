import type { LocalDate } from '@js-joda/core'
import type { SlotChange } from '../../domain/supervision/slotChanges'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { Rules } from '../planning/rules'
import { writeYearNotices } from './writeYearNotices'
import type { TeamRecipients } from './teamRecipients'

/** What is told of a year, to whom, and when. */
export interface TellingYear {
  readonly teamId: string
  readonly today: LocalDate
  /** Epoch milliseconds. */
  readonly now: number
  readonly rules: Rules
  readonly people: TeamRecipients
  /** Cases by reference. */
  readonly idsOf: ReadonlyMap<string, string>
  readonly words: (words: string, about: string) => string
}

/** Writes down what became otherwise, and has it told in the next morning's digest, to whoever coordinates and may open the case. */
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
            ...{ why: words(one.why, one.case), at: new Date(now).toISOString() },
          },
        ]
  })
  if (rows.length === 0) return
  const noticeOf = await writeYearNotices(tx, { ...telling, step: 'moved', lane: 'digest' }, rows)
  const told = rows.map((row) => ({ ...row, notice_id: noticeOf(row.case_id) }))
  await tx.$executeRaw`
    insert into supervision_change select * from jsonb_populate_recordset(null::supervision_change, ${JSON.stringify(told)}::jsonb)`
}
