import type { Database } from '../../../prisma/database'

/** What has happened in a demo so far, and whether anything is still under way. */
export interface Happenings {
  readonly mails: number
  readonly alerts: number
  /** Things whose moment has come and that nobody has taken up yet. */
  readonly waiting: number
}

/** `now`: the authority's clock, epoch milliseconds. */
export async function happenings(db: Database, now: number): Promise<Happenings> {
  const moment = new Date(now).toISOString()
  const [row] = await db.$queryRaw<Happenings[]>`
    select (select count(*)::int from message where sent_at is not null) as mails, (select count(*)::int from escalation) as alerts,
      (select count(*)::int from case_file where next_moment <= ${moment}::timestamptz and problem is null)
      + (select count(*)::int from escalation where state = 'open' and next_moment <= ${moment}::timestamptz)
      + (select count(*)::int from message where state in ('created', 'sending') and next_moment <= ${moment}::timestamptz) as waiting`
  return row ?? { mails: 0, alerts: 0, waiting: 0 }
}
