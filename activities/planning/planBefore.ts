import { keyOf } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import { rowsOf } from '../../prisma/rowsOf'
import { rungLines, rungsTold, type RungLine, type RungsTold } from '../escalation/rungsTold'
import { conferencesOf, followUpsOf, type ConferenceRow, type FollowUpRow } from '../appointments/appointmentRows'
import { obligationsOf, type ObligationRow } from './saveObligations'
import { toldNotices, type ToldRow } from './toldNotices'

/** What a case's last plan left. */
export interface PlanBefore {
  /** By key. */
  readonly before: ReadonlyMap<string, ObligationRow>
  readonly told: readonly ToldRow[]
  readonly rungs: RungsTold
  /** What has a process of its own. */
  readonly elsewhere: { readonly conferences: readonly ConferenceRow[]; readonly followUps: readonly FollowUpRow[] }
}

/** Reads it in one round trip. The case is locked, and what has not left (lockUnsent): nobody changes it meanwhile. */
export async function planBefore(tx: Transaction, caseId: string): Promise<PlanBefore> {
  const { obligations, told, lines, conferences, followUps } = await rowsOf<{
    obligations: ObligationRow
    told: ToldRow
    lines: RungLine
    conferences: ConferenceRow
    followUps: FollowUpRow
  }>(tx, {
    ...{ obligations: obligationsOf(caseId), told: toldNotices(caseId), lines: rungLines(caseId) },
    ...{ conferences: conferencesOf(caseId), followUps: followUpsOf(caseId) },
  })
  return {
    before: new Map(obligations.map((row) => [keyOf(row), row])),
    ...{ told, rungs: rungsTold(lines), elsewhere: { conferences, followUps } },
  }
}
