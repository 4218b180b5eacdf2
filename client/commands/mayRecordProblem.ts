import type { LocalDate } from '@js-joda/core'
import { mayAct } from '../../domain/access/mayAct'
import type { CaseRow } from '../../activities/planning/lockCase'
import type { Transaction } from '../../prisma/database'
import { loadActing } from './loadActing'

interface Who {
  readonly actorId: string
  readonly row: CaseRow
  readonly day: LocalDate
}

/** Why this person may not record something on this case, or undefined when they may. */
export async function mayRecordProblem(tx: Transaction, who: Who): Promise<string | undefined> {
  const acting = await loadActing(tx, who)
  if (typeof acting === 'string') return acting
  return mayAct(acting.person, acting.reach) ? undefined : STRANGER
}

export const STRANGER = 'This person holds no role for the team of this case. Ask the team manager to record it.'
