import type { CaseRow } from '../../../activities/planning/lockCase'
import type { Transaction } from '../../../prisma/database'
import type { Refusal } from '../command'
import type { SessionActing } from './acting'
import { recordOnCase } from './recordOnCase'

interface Discussed {
  /** Locked by the caller. */
  readonly row: CaseRow
  /** Null: it was discussed. */
  readonly whyNot: string | null
  /** Who was missing, by id. */
  readonly absent: readonly string[]
}

/** Notes whether a case was discussed in a session; that it was is a fact of the case. Answers what is wrong with it. */
export async function saveDiscussed(
  tx: Transaction,
  { session, actor, commandId, now, today }: SessionActing,
  { row, whyNot, absent }: Discussed,
): Promise<Refusal | undefined> {
  await tx.$executeRaw`
    update session_case set discussed = ${whyNot === null}, why_not = ${whyNot} where session_id = ${session.id}::uuid and case_id = ${row.id}::uuid`
  if (whyNot !== null) return undefined
  const recorded = await recordOnCase(tx, {
    ...{ row, kind: 'discussed-in-supervision', on: session.on, data: { session: session.id, absent } },
    ...{ actorId: actor.id, commandId, now, today },
  })
  return typeof recorded === 'string' ? undefined : recorded
}

/** Who was missing from a session that was recorded, without an approved exception, by id. */
export const absentFrom = async (tx: Transaction, sessionId: string): Promise<readonly string[]> =>
  (
    await tx.$queryRaw<{ id: string }[]>`
      select person_id::text as id from attendance
      where session_id = ${sessionId}::uuid and uninvited_on is null and attended is not true and approved is not true order by person_id::text`
  ).map(({ id }) => id)
