import { Prisma } from '../../prisma/generated/client'

/**
 * Cases (`case_id`) on which something waits for somebody who has left, whenever that was learnt: the plan takes it back, so it
 * is found once. Further those whose plan was made before somebody for whom something waits there went away or came back, or an extract changed their roles, and restricted
 * cases for which access has begun or ended since: the plan made again tells whoever stands there now. No nudge can be lost. `now`: epoch milliseconds. Days begin at
 * midnight UTC here, up to an hour after London's: well before anything leaves.
 */
export const readersMoved = (now: number): Prisma.Sql => {
  const moment = new Date(now).toISOString()
  return Prisma.sql`
    with changed as (
      select person_id, greatest(made_at, ${midnight(Prisma.sql`from_on`)}) as at from cover
      union all select gone.reader, gone.at from (
        select unnest(array[v.cover_id, further.cover_id]) as reader, coalesce(v.ended_at, ${midnight(Prisma.sql`v.to_on + 1`)}) as at
        from cover v left join cover further on further.person_id = v.cover_id) gone
      union all select id, moved_at from person where moved_at is not null),
    unsent as (
      select case_id, recipient_id from notice where lane = 'digest' and message_id is null and withdrawn_at is null
      union all select n.case_id, n.recipient_id from message m join notice n on n.message_id = m.id
        where m.state in ('created', 'unsent') and n.withdrawn_at is null)
    select c.id as case_id from unsent u join changed x on x.person_id = u.recipient_id join case_file c on c.id = u.case_id
    where x.at <= ${moment}::timestamptz and c.planned_at < x.at
    union select u.case_id from unsent u join person p on p.id = u.recipient_id
    where ${midnight(Prisma.sql`p.left_on`)} <= ${moment}::timestamptz
    union select c.id from case_access a join case_file c on c.id = a.case_id
      cross join lateral (values (${midnight(Prisma.sql`a.from_on`)}), (${midnight(Prisma.sql`a.to_on + 1`)})) turn(at)
    where turn.at <= ${moment}::timestamptz and c.planned_at < turn.at and a.granted_at < turn.at and a.revoked_at is null`
}

const midnight = (day: Prisma.Sql): Prisma.Sql => Prisma.sql`((${day})::timestamp at time zone 'UTC')`
