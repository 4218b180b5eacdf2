import { londonDay } from '../../domain/calendar/london'
import { firstWorkingDayOfWeek } from '../../domain/calendar/workingWeek'
import { isoDay } from '../../domain/calendar/isoDay'
import type { Database } from '../../prisma/database'
import { readClock } from '../clock'
import type { MailDeps } from '../deps'
import { readersAlerts, spanOfWeek } from './readersAlerts'
import { repeatsStillLate } from './repeatsStillLate'
import { maybeStillLate } from './stillLate'

/**
 * The cases to plan before a message speaks of them, by id: those of its notices; and of what a digest repeats, or a weekly mail lists, those whose facts or
 * rules are newer than their plan.
 */
export async function casesBehind(
  { db, rules: rulesInForce }: Pick<MailDeps, 'db' | 'rules'>,
  messageId: string,
): Promise<string[]> {
  const [message] = await db.$queryRaw<{ recipient_id: string; lane: string; day: string }[]>`
    select recipient_id, lane, day::text from message where id = ${messageId}::uuid`
  if (message === undefined) return []
  const noticed = await casesOfNotices(db, messageId)
  if (message.lane === 'at-once') return noticed
  const today = londonDay((await readClock(db)).now)
  const rules = await rulesInForce(db, today)
  const { version, calendar } = rules
  const readerId = message.recipient_id
  if (message.lane === 'weekly') {
    const span = spanOfWeek(isoDay(message.day), calendar)
    const told = await readersAlerts(db, { readerId, span, today, rules })
    return unique(told.filter(({ stale }) => stale).map(({ caseId }) => caseId))
  }
  const firstDay = firstWorkingDayOfWeek(today, calendar)
  // As when its words are made: a digest that repeats nothing reads nothing of what is late.
  if (today.isBefore(firstDay) || !(await repeatsStillLate(db, { messageId, readerId, today }))) return noticed
  const late = await maybeStillLate(db, { readerId, messageId, firstDay, version })
  return unique([...noticed, ...late.filter(({ stale }) => stale).map(({ case_id }) => case_id)])
}

const casesOfNotices = async (db: Database, messageId: string): Promise<string[]> =>
  (
    await db.$queryRaw<{ case_id: string }[]>`
    select distinct case_id from notice where message_id = ${messageId}::uuid and withdrawn_at is null order by case_id`
  ).map(({ case_id }) => case_id)

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort()
