import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'
import { createAtOnceMessages } from '../mail/createAtOnceMessages'
import type { PlannedCase } from '../planning/planCase'
import { climbOne } from './climbOne'
import { lockEscalation } from './lockEscalation'

/**
 * Tells what an alert has to say now, if it is still open on the case as it was just planned, and keeps when it speaks next: epoch milliseconds, null at
 * the top. Undefined when it is not open.
 */
export async function climbOpen(
  tx: Transaction,
  planned: PlannedCase,
  escalationId: string,
): Promise<number | null | undefined> {
  const escalation = await lockEscalation(tx, escalationId)
  if (escalation?.state !== 'open') return undefined
  // The rules it was planned under, also where others have come into force since.
  const { clock, row, rules } = planned
  const nextMoment = await climbOne(tx, { planned, escalation, today: londonDay(clock.now) })
  await createAtOnceMessages(tx, row.id, rules, clock.now)
  await tx.$executeRaw`
    update escalation set problem = null, next_moment = ${nextMoment === null ? null : new Date(nextMoment).toISOString()}::timestamptz
    where id = ${escalationId}::uuid`
  return nextMoment
}
