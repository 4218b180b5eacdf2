import type { Transaction } from '../../../prisma/database'
import { isAtTop, refuse, type AnswerGiven } from './answering'
import { isDay, readUntil } from './until'

/**
 * Asks for time, with a reason. Once: asked again for the same matter it goes straight to the next rung (decision 20), for in the evidence "needed to be
 * given longer" was the answer that children drifted behind.
 */
export const moreTime: AnswerGiven = async (answering) => {
  const { tx, command, numbers, log } = answering
  if (command.reason.trim() === '') return refuse('bad-data', 'Say why more time is needed. The one above reads it.')
  if (isAtTop(answering))
    return refuse('at-the-top', 'Nobody further would be told: there is nothing to put off. Promise what will be done.')
  const until = readUntil(answering, numbers.moreTimeAtMost, 'More time')
  if (!isDay(until)) return until
  if (await wasAskedBefore(tx, command.escalationId))
    await log('passed-up', { reason: `more time was asked for a second time: ${command.reason}` })
  else await log('more-time', { until })
  return undefined
}

/** In this alert, or in the one of the same matter after which this one came back. */
async function wasAskedBefore(tx: Transaction, escalationId: string): Promise<boolean> {
  const asked = await tx.$queryRaw<unknown[]>`
    select 1 from escalation_entry x where x.entry = 'more-time' and (x.escalation_id = ${escalationId}::uuid or (
      exists (select 1 from escalation_entry c where c.escalation_id = ${escalationId}::uuid and c.entry = 'carried')
      and x.escalation_id in (
        select m.escalation_id from escalation_member m join obligation o on o.id = m.obligation_id
          join escalation e on e.id = ${escalationId}::uuid and e.case_id = o.case_id
          join escalation_member n on n.escalation_id = e.id join obligation p on p.id = n.obligation_id
        where p.rule = o.rule and p.subject = o.subject))) limit 1`
  return asked.length > 0
}
