import type { Database } from '../../../prisma/database'

/** A figure of the whole authority, as Prometheus reads it. */
export interface Gauge {
  readonly name: string
  readonly label: string | null
  readonly value: number
}

/** Figures of the whole authority; none names a person, a team or a case. `day`: its today (ISO), `now` and `real`: epoch milliseconds on its clock and on this machine's. */
export const gauges = (
  db: Database,
  { day, now, real }: { readonly day: string; readonly now: number; readonly real: number },
): Promise<Gauge[]> => db.$queryRaw<Gauge[]>`
  select 'caseclock_late' as name, null as label, count(*)::int as value from obligation where state = 'open' and due_on < ${day}::date
  union all select 'caseclock_open_alerts', rung::text, count(*)::int from (
    select coalesce((select max(x.rung) from escalation_entry x where x.escalation_id = e.id and x.entry = 'told'), 0) as rung
    from escalation e where e.state = 'open') open group by rung
  union all select 'caseclock_waiting_mails', null, count(*)::int from message where state in ('created', 'unsent', 'sending')
  union all select 'caseclock_undelivered_mails', null, count(*)::int from delivery_task where done_at is null
  union all select 'caseclock_clocks_behind', null, count(*)::int from (select next_moment from case_file union all
    select next_moment from escalation where state = 'open') clock where next_moment < ${new Date(now).toISOString()}::timestamptz - interval '5 minutes'
  union all select 'caseclock_clocks_failed', null, count(*)::int from case_file where problem is not null
  union all select 'caseclock_reconcile_age_seconds', null, extract(epoch from ${new Date(real).toISOString()}::timestamptz - asked_at)::int
    from process where id = 'reconcile' and asked_at is not null
  order by 1, 2`
