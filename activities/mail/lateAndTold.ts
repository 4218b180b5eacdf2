import { Prisma } from '../../prisma/generated/client'

/**
 * Obligations (id, case_id) that were due before a day (ISO date), are still not recorded as done, and of which a digest has told somebody: one
 * that has left. What an alert says is left out: managers have it in their weekly mail. The day is the first working day of a week.
 */
export const lateAndTold = (before: string): Prisma.Sql => Prisma.sql`
  select o.id, o.case_id from obligation o where o.state = 'open' and o.kind = 'obligation' and o.due_on < ${before}::date
    and exists (select from notice n join message m on m.id = n.message_id where n.obligation_id = o.id and n.withdrawn_at is null
      and n.lane = 'digest' and n.escalation_id is null and m.state in ('sending', 'sent', 'unknown', 'failed'))`
