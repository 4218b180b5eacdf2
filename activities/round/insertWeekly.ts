import type { LocalDate } from '@js-joda/core'
import type { Transaction } from '../../prisma/database'
import { readClock } from '../clock'
import { readersAlerts, spanOfWeek } from '../mail/readersAlerts'
import { weeklyMessageId } from '../mail/messageId'
import { isQuiet, weekOfAlerts } from '../mail/weekOfAlerts'
import { newId } from '../newId'
import type { Rules } from '../planning/rules'

interface Week {
  /** Its Monday. */
  readonly week: LocalDate
  readonly today: LocalDate
  readonly rules: Rules
}

/**
 * Makes a manager's weekly mail, still without a word in it: they are made when it leaves. Once per reader and week; null where it was made
 * before, and for whoever has nothing to be told. Answers its id.
 */
export async function insertWeekly(
  tx: Transaction,
  readerId: string,
  { week, today, rules }: Week,
): Promise<string | null> {
  const span = spanOfWeek(week, rules.calendar)
  if (isQuiet(weekOfAlerts(await readersAlerts(tx, { readerId, span, today, rules }), span))) return null
  const { now } = await readClock(tx)
  const [authority] = await tx.$queryRaw<{ mail_domain: string }[]>`select mail_domain from authority where id = 1`
  const monday = week.toString()
  const mailId = weeklyMessageId({ recipientId: readerId, week: monday, domain: authority?.mail_domain ?? 'invalid' })
  const moment = new Date(now).toISOString()
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    insert into message (id, mail_id, recipient_id, lane, day, state, created_at, next_moment)
    values (${newId(now)}::uuid, ${mailId}, ${readerId}::uuid, 'weekly', ${monday}::date, 'created', ${moment}::timestamptz, ${moment}::timestamptz)
    on conflict (mail_id) do nothing returning id`
  return made?.id ?? null
}
