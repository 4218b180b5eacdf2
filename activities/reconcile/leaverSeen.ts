import type { LocalDate } from '@js-joda/core'
import type { Database, Transaction } from '../../prisma/database'

/** A case that somebody who has left ever held as its worker, and that has changed since it was last looked at for that. */
export interface LeaverCase {
  readonly personId: string
  /** ISO date. */
  readonly leftOn: string
  readonly caseId: string
  readonly ref: string
  /** Why it could not be done the last time; null where that is not so. */
  readonly problem: string | null
}

/** What is to be looked at by this day: what failed last, then the last to leave first. By facts and not by moments: none is missed because clocks stand or a transaction took long. */
export const leaversToSee = (db: Database, today: LocalDate): Promise<LeaverCase[]> => db.$queryRaw`
  select p.id::text as "personId", p.left_on::text as "leftOn", c.id::text as "caseId", c.ref, s.problem
  from person p
    join lateral (select distinct e.case_id from chronology_event e
      where e.kind = 'worker-allocated' and e.payload ->> 'person' = p.id::text) held on true
    join case_file c on c.id = held.case_id
    left join leaver_seen s on s.person_id = p.id and s.case_id = c.id and s.left_on = p.left_on
  where p.left_on <= ${today.toString()}::date
    and (s.facts_version is null or s.facts_version <> c.facts_version or s.again_on <= ${today.toString()}::date)
  order by coalesce(s.failed, 0), p.left_on desc, p.id, c.ref limit 500`

/** Seen, with the facts as they stand in this transaction, which has locked the case. */
export const leaverSeen = (tx: Transaction, { personId, caseId, leftOn }: LeaverCase, today: LocalDate) =>
  tx.$executeRaw`
    insert into leaver_seen (person_id, case_id, left_on, facts_version, again_on, failed, problem)
    select ${personId}::uuid, id, ${leftOn}::date, facts_version, (select min(e.occurred_on) from chronology_event e
      where e.case_id = case_file.id and e.occurred_on > ${today.toString()}::date), 0, null
    from case_file where id = ${caseId}::uuid
    on conflict (person_id, case_id) do update set left_on = excluded.left_on, facts_version = excluded.facts_version,
      again_on = excluded.again_on, failed = 0, problem = null`

export const leaverFailed = (db: Database, { personId, caseId, leftOn }: LeaverCase, problem: string) =>
  db.$executeRaw`
    insert into leaver_seen (person_id, case_id, left_on, facts_version, again_on, failed, problem)
    values (${personId}::uuid, ${caseId}::uuid, ${leftOn}::date, null, null, 1, ${problem})
    on conflict (person_id, case_id) do update set left_on = excluded.left_on, facts_version = null,
      failed = leaver_seen.failed + 1, problem = excluded.problem`
