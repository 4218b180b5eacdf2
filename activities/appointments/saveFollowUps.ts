import { keyOf } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import type { Keeping } from './keepAppointments'

/** Gives every open follow-up a row, and each row its next appointment; one that was answered, or fell away, has none. */
export async function saveFollowUps(
  tx: Transaction,
  { caseId, kept, ids, before, ahead, now }: Pick<Keeping, 'caseId' | 'kept' | 'ids' | 'before' | 'ahead' | 'now'>,
): Promise<void> {
  const nextOf = new Map(kept.followUps.map((one) => [ids.get(keyOf(one)) ?? '', ahead.get(keyOf(one)) ?? null]))
  const known = new Set(before.followUps.map(({ obligation_id }) => obligation_id))
  const rows = [...nextOf]
    .filter(([obligationId]) => obligationId !== '' && !known.has(obligationId))
    .map(([obligationId, next]) => ({
      ...{ id: newId(now), case_id: caseId, obligation_id: obligationId, taken_up: false },
      next_moment: isoMoment(next),
    }))
  if (rows.length > 0)
    await tx.$executeRaw`
      insert into follow_up select * from json_populate_recordset(null::follow_up, ${JSON.stringify(rows)}::json)`
  for (const { id, obligation_id, next_moment } of before.followUps) {
    const next = nextOf.get(obligation_id) ?? null
    if ((next_moment === null ? null : Date.parse(next_moment)) === next) continue
    await tx.$executeRaw`update follow_up set next_moment = ${isoMoment(next)}::timestamptz where id = ${id}::uuid`
  }
}

const isoMoment = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString())
