import type { Database } from '../../../prisma/database'

export interface Health {
  readonly processes: readonly {
    readonly id: string
    readonly problem: string | null
    /** Real time. */
    readonly askedAt: Date | null
    readonly report: Readonly<Record<string, number>> | null
  }[]
  /** Clocks whose moment has passed: how many, and since when the oldest, in minutes of the authority's clock. */
  readonly behind: { readonly many: number; readonly minutes: number }
  /** Those that failed, by kind. */
  readonly failing: readonly { readonly kind: string; readonly many: number }[]
  readonly messages: readonly { readonly state: string; readonly many: number }[]
  /** Browsers in which somebody is signed in. */
  readonly sessions: number
}

/** A clock has as long as this to act on its moment before it counts as behind, in minutes. */
const GRACE = 5

/** How the whole runs. `now`: the authority's clock, `real`: this machine's, both epoch milliseconds. */
export async function health(
  db: Database,
  { now, real }: { readonly now: number; readonly real: number },
): Promise<Health> {
  const [moment, realMoment] = [new Date(now).toISOString(), new Date(real).toISOString()]
  const processes = await db.$queryRaw<Health['processes'][number][]>`
    select id, problem, asked_at as "askedAt", report from process order by id`
  const [behind] = await db.$queryRaw<Health['behind'][]>`
    select count(*)::int as many, coalesce(max(extract(epoch from ${moment}::timestamptz - at)) / 60, 0)::int as minutes
    from (select next_moment as at from case_file where problem is null union all select next_moment from escalation where state = 'open' and problem is null) clock
    where at < ${moment}::timestamptz - ${GRACE} * interval '1 minute'`
  const failing = await db.$queryRaw<Health['failing'][number][]>`
    select 'cases' as kind, count(*)::int as many from case_file where problem is not null
    union all select 'alerts', count(*)::int from escalation where problem is not null and state = 'open'
    union all select 'mails', count(*)::int from message where problem is not null`
  const messages = await db.$queryRaw<Health['messages'][number][]>`
    select state, count(*)::int as many from message where state not in ('sent', 'withdrawn') group by state order by state`
  const [sessions] = await db.$queryRaw<{ many: number }[]>`
    select count(*)::int as many from web_session where person_id is not null and ends_at > ${realMoment}::timestamptz`
  return { processes, behind: behind ?? { many: 0, minutes: 0 }, failing, messages, sessions: sessions?.many ?? 0 }
}

export interface Lateness {
  readonly mails: number
  /** Minutes after 07:30 on the morning it was to be told; null where nothing was sent. */
  readonly median: number | null
  readonly worst: number | null
}

/** How late the reminders of the morning mail left, in minutes after 07:30 London of their day: median and 99th percentile of those to be told in the thirty days up to `today` (ISO). What was due before its case was imported could not be told in time, and is left out. */
export async function reminderLateness(db: Database, today: string): Promise<Lateness> {
  const [row] = await db.$queryRaw<Lateness[]>`
    select count(*)::int as mails, percentile_cont(0.5) within group (order by minutes) as median, percentile_cont(0.99) within group (order by minutes) as worst
    from (select extract(epoch from m.sent_at - ((n.send_on + time '07:30') at time zone 'Europe/London')) / 60 as minutes
      from notice n join message m on m.id = n.message_id join case_file c on c.id = n.case_id
      where n.lane = 'digest' and n.withdrawn_at is null and m.sent_at is not null
        and (c.live_since is null or c.live_since < n.send_on) and n.send_on between ${today}::date - 30 and ${today}::date) late`
  return row ?? { mails: 0, median: null, worst: null }
}
