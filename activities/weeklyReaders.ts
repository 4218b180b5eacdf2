import type { LocalDate } from '@js-joda/core'
import type { Database } from '../prisma/database'
import { FIRST_READER, READERS_A_PAGE, type DigestReader } from './digestReaders'
import { lateAndTold } from './mail/lateAndTold'
import { managers } from './people/managers'

interface Week {
  /** ISO date. */
  readonly day: string
  /** The first working day of its week. */
  readonly firstDay: LocalDate
  readonly after?: string | undefined
}

/**
 * The next readers, by id, on the day on which a week is told: those for whom a digest waits, those of whom something may still be late, and every manager. With
 * the cases their digest would speak of. None: there are no more after that reader.
 */
export async function weeklyReaders(
  db: Database,
  { day, firstDay, after = FIRST_READER }: Week,
): Promise<readonly DigestReader[]> {
  const managing = await managers(db, day)
  return db.$queryRaw<DigestReader[]>`
    with late as (${lateAndTold(firstDay.toString())}),
    reader as (
      select recipient_id as id, case_id from notice
        where lane = 'digest' and message_id is null and withdrawn_at is null and send_on <= ${day}::date
      union all select recipient_id, null from supervision_notice
        where lane = 'digest' and message_id is null and withdrawn_at is null and send_on <= ${day}::date
      union all select n.recipient_id, late.case_id from late join notice n on n.obligation_id = late.id and n.lane = 'digest' and n.escalation_id is null
      union all select p.id, late.case_id from late
        join chronology_event e on e.case_id = late.case_id and e.kind = 'worker-allocated' and not e.voids join person p on p.id::text = e.payload ->> 'person'
      union all select unnest(${[...managing]}::uuid[]), null)
    select id, coalesce(array_agg(distinct case_id order by case_id) filter (where case_id is not null), '{}')::text[] as cases
    from reader where id > ${after}::uuid group by id order by id limit ${READERS_A_PAGE}`
}
