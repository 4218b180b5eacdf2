import type { Database } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { describeFailure, warnHere } from '../planning/askSafely'
import type { RulesInForce } from '../planning/rulesInForce'
import { advanceOne } from './advanceOne'

/**
 * Takes on every session behind a message whose facts are newer than what was said of it, each in a transaction of its own: nobody speaks on a stale plan. One that fails is left to its
 * own process; what the message says of it is looked at once more when its words are made.
 */
export async function advanceBehind(db: Database, rules: RulesInForce, messageId: string): Promise<void> {
  const stale = await db.$queryRaw<{ id: string }[]>`
    select distinct s.id::text as id from supervision_notice n join session s on s.id = n.session_id
    where n.message_id = ${messageId}::uuid and n.withdrawn_at is null and s.facts_version <> s.planned_version order by id`
  for (const { id } of stale) {
    try {
      await inTransaction(db, (tx) => advanceOne(tx, rules, id))
    } catch (error) {
      warnHere(
        `session ${id} could not be taken on before a mail about it left (${describeFailure(error)}); its own process will`,
      )
    }
  }
}
