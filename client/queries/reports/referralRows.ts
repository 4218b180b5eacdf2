import { isoDay } from '../../../domain/calendar/isoDay'
import type { ChildReferral } from '../../../domain/figures/reReferrals'
import type { CaseChanges } from '../../../domain/figures/workerChanges'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import { casesAsked } from './casesAsked'
import type { ReportAsked } from './reportAsked'

interface Referral {
  readonly ref: string
  readonly child: string
  readonly on: string
  readonly before: string | null
}

/** Referrals received in the period, one for each child of theirs with the one before it; and how often the worker of each case that is open today changed in it. */
export async function referralRows(
  db: Database,
  asked: ReportAsked,
): Promise<{ readonly referrals: readonly ChildReferral[]; readonly workers: readonly CaseChanges[] }> {
  const { from, to } = asked
  const within = (day: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`${day} between ${from.toString()}::date and ${to.toString()}::date`
  const stands = Prisma.sql`not e.voids and not exists (select from chronology_event n where n.case_id = e.case_id and n.supersedes = e.id)`
  const { referrals, workers } = await rowsOf<{ referrals: Referral; workers: CaseChanges }>(db, {
    referrals: Prisma.sql`
      select * from (
        select c.ref, k.forename || ' ' || k.surname as child, e.occurred_on as on,
          lag(e.occurred_on) over (partition by k.id order by e.occurred_on, e.id) as before
        from chronology_event e join case_file c on c.id = e.case_id join child k on k.case_id = c.id and (e.children = '{}' or k.id = any(e.children))
        where e.kind = 'referral-received' and ${stands} and ${casesAsked(asked)}) one
      where ${within(Prisma.sql`one.on`)} order by one.on, one.ref, one.child`,
    workers: Prisma.sql`
      select c.ref, count(w.on) filter (where w.before is not null and w.before <> w.person and ${within(Prisma.sql`w.on`)})::int as changes
      from case_file c left join lateral (
        select e.occurred_on as on, e.payload ->> 'person' as person, lag(e.payload ->> 'person') over (order by e.occurred_on, e.facts_version, e.position) as before
        from chronology_event e where e.case_id = c.id and e.kind = 'worker-allocated' and ${stands}) w on true
      where c.open and ${casesAsked(asked)} group by c.ref order by c.ref`,
  })
  return {
    workers,
    referrals: referrals.map(({ on, before, ...one }) => ({
      ...{ ...one, on: isoDay(on), before: before === null ? null : isoDay(before) },
    })),
  }
}
