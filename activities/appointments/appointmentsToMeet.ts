import type { Database, Transaction } from '../../prisma/database'
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

interface TakenUp extends ProcessName {
  /** When its process asks first: epoch milliseconds. What has come nearer since is seen by it. */
  readonly until: number
}

/** Notes that each has a process that sleeps until then. */
export async function appointmentsTakenUp(db: Database, taken: readonly TakenUp[]): Promise<void> {
  const of = (type: ProcessName['type']): string =>
    JSON.stringify(
      taken.filter((one) => one.type === type).map(({ id, until }) => ({ id, until: new Date(until).toISOString() })),
    )
  if (taken.length === 0) return
  await db.$executeRaw`
    update conference k set taken_up = true, sleeps_until = t.until from json_to_recordset(${of('planReview')}::json) as t(id uuid, until timestamptz) where k.id = t.id`
  await db.$executeRaw`
    update follow_up u set taken_up = true, sleeps_until = t.until from json_to_recordset(${of('cppFollowUp')}::json) as t(id uuid, until timestamptz) where u.id = t.id`
}
