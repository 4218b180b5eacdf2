import type { Transaction } from '../../prisma/database'
import type { ProcessName } from '../../workflows/protocol'

export interface Appointment {
  readonly name: ProcessName
  readonly takenUp: boolean
  /** Epoch milliseconds. */
  readonly next: number
}

/**
 * Conferences and follow-ups of a case that no process has taken up yet, and those whose process would ask too late. Not "those just written": a repeated ask
 * would answer with none.
 */
export async function appointmentsToMeet(tx: Transaction, caseId: string): Promise<readonly Appointment[]> {
  const rows = await tx.$queryRaw<{ type: ProcessName['type']; id: string; taken_up: boolean; next_moment: Date }[]>`
    select 'planReview' as type, id::text, taken_up, next_moment from conference
    where case_id = ${caseId}::uuid and next_moment is not null and (not taken_up or next_moment < sleeps_until)
    union all
    select 'cppFollowUp', id::text, taken_up, next_moment from follow_up
    where case_id = ${caseId}::uuid and next_moment is not null and (not taken_up or next_moment < sleeps_until)
    order by id`
  return rows.map(({ type, id, taken_up, next_moment }) => ({
    ...{ name: { type, id }, takenUp: taken_up, next: next_moment.getTime() },
  }))
}
