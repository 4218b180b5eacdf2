import type { Database } from '../../prisma/database'

/** A mail that did not arrive and that nobody has seen to yet. */
export interface UndeliveredMail {
  readonly id: string
  readonly person: string
  readonly jobTitle: string
  readonly kind: 'digest' | 'alert' | 'weekly' | 'invitation'
  /** ISO moment. */
  readonly since: string
  readonly why: string
  readonly detail: string
  /** The cases it speaks of, by reference. */
  readonly cases: readonly string[]
  /** How many of its matters are still open: none, and nothing is left to tell. A weekly mail names none of its own. */
  readonly open: number
}

/** All of them, those with something still open first, then the oldest. No child's name. */
export const undelivered = (db: Database): Promise<readonly UndeliveredMail[]> => db.$queryRaw<UndeliveredMail[]>`
  select * from (select t.message_id::text as id, p.name as person, p.job_title as "jobTitle", case m.lane when 'at-once' then 'alert' else m.lane end as kind,
    to_char(t.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since, t.why, t.detail,
    (select coalesce(array_agg(distinct c.ref order by c.ref), '{}') from case_file c where c.id in (
      select n.case_id from notice n where n.message_id = m.id and n.withdrawn_at is null
      union select v.subject from supervision_notice v where v.message_id = m.id and v.withdrawn_at is null)) as cases,
    (select count(*)::int from notice n join obligation o on o.id = n.obligation_id
      where n.message_id = m.id and n.withdrawn_at is null and o.state = 'open')
      + (select count(*)::int from supervision_notice v where v.message_id = m.id and v.withdrawn_at is null) as open
  from delivery_task t join message m on m.id = t.message_id join person p on p.id = t.recipient_id where t.done_at is null
  ) task order by open = 0, since, id`
