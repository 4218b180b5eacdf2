import { isoDay } from '../../../domain/calendar/isoDay'
import type { FurtherPlan } from '../../../domain/figures/furtherPlans'
import type { RunningPlan } from '../../../domain/figures/longPlans'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import { casesAsked } from './casesAsked'
import type { ReportAsked } from './reportAsked'

interface Row {
  readonly ref: string
  readonly child: string
  readonly started_on: string
}

/** Child protection plans that run today (a review is ahead of every one of them, or late), and the second or later ones that began in the period. */
export async function planRows(
  db: Database,
  asked: ReportAsked,
): Promise<{ readonly running: readonly RunningPlan[]; readonly further: readonly FurtherPlan[] }> {
  const { from, to } = asked
  const cases = casesAsked(asked)
  const child = Prisma.sql`coalesce((select k.forename || ' ' || k.surname from child k where k.case_id = c.id and k.id::text = o.subject), '')`
  const { running, further } = await rowsOf<{ running: Row; further: Row & { readonly has_reason: boolean } }>(db, {
    running: Prisma.sql`
      select distinct on (c.ref, o.subject) c.ref, ${child} as child, o.trigger_on as started_on from obligation o join case_file c on c.id = o.case_id
      where o.rule = 'long-plan' and o.part = '15m' and o.state <> 'gone' and ${cases} and exists (select from obligation r
        where r.case_id = o.case_id and r.subject = o.subject and r.rule in ('review-first', 'review-next') and r.state = 'open')
      order by c.ref, o.subject, o.trigger_on desc`,
    further: Prisma.sql`
      select c.ref, ${child} as child, o.trigger_on as started_on, o.state in ('met', 'met-late') as has_reason from obligation o join case_file c on c.id = o.case_id
      where o.rule = 'repeat-plan-without-reason' and o.state not in ('gone', 'not-known') and o.trigger_on between ${from.toString()}::date and ${to.toString()}::date
        and ${cases} order by o.trigger_on, c.ref, o.subject`,
  })
  return {
    running: running.map(({ ref, child: name, started_on }) => ({ ref, child: name, startedOn: isoDay(started_on) })),
    further: further.map(({ ref, child: name, started_on, has_reason }) => ({
      ...{ ref, child: name, startedOn: isoDay(started_on), hasReason: has_reason },
    })),
  }
}
