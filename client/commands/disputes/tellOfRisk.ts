import { appendEntry } from '../../../activities/escalation/appendEntry'
import { climbOpen } from '../../../activities/escalation/climbOpen'
import { lockEscalation } from '../../../activities/escalation/lockEscalation'
import { planCase } from '../../../activities/planning/planCase'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import type { Transaction } from '../../../prisma/database'

interface OfRisk {
  readonly caseId: string
  /** The dispute that was just raised. */
  readonly disputeId: string
  readonly actorId: string
  /** What is disputed, as it was put. */
  readonly words: string
}

/**
 * Tells the service manager of a dispute about immediate risk: in this transaction, whatever the hour, and not when the clock of the case comes round. It is planned, the alert
 * of the dispute begins on the service manager's rung, and climbs and goes to the next person like every other. Source: handbook, section 6.
 */
export async function tellOfRisk(tx: Transaction, { caseId, disputeId, actorId, words }: OfRisk): Promise<void> {
  const planned = await planCase(tx, rulesInForce(), caseId)
  const [about] = await tx.$queryRaw<{ id: string }[]>`
    select m.escalation_id::text as id from escalation_member m join obligation o on o.id = m.obligation_id join escalation e on e.id = m.escalation_id
    where o.case_id = ${caseId}::uuid and o.rule = 'dispute' and o.trigger = ${disputeId} and m.left_at is null and e.state = 'open'`
  const escalation = about === undefined ? undefined : await lockEscalation(tx, about.id)
  // A closed case, or rules without disputes: nothing asks for it, and the fact stands all the same.
  if (planned === undefined || escalation === undefined || about === undefined) return
  const { now } = planned.clock
  await appendEntry(tx, {
    ...{ escalationId: about.id, entry: 'challenged', rung: null, personId: actorId, reason: words, now },
  })
  await climbOpen(tx, planned, about.id)
}
