import { londonDay } from '../../domain/calendar/london'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { alertWindow } from '../../domain/escalation/alertWindow'
import type { Database, Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { ProcessName } from '../../workflows/protocol'
import { readClock } from '../clock'
import { administrators } from '../people/administrators'
import { loadPeople } from '../people/loadPeople'
import type { RulesInForce } from '../planning/rulesInForce'
import { insertDigest, lockReader } from '../round/insertDigest'

const HOUR_MS = 60 * 60 * 1000

/**
 * Tells the administrators the same day of mail that did not arrive, by a digest beside that of the morning: at once, then hourly at most, while alerts may
 * be told (after that the next working morning). Not told by mail: what did not reach an administrator about other people's mail, for that would go round for ever; and nobody
 * whose own mail comes back. `caseclock undelivered` lists those too. Answers the deliveries to be started. Only `reconcile` asks.
 */
export async function tellUndelivered(db: Database, rules: RulesInForce): Promise<readonly ProcessName[]> {
  if ((await untold(db)).length === 0) return []
  const { now } = await readClock(db)
  const day = londonDay(now)
  const { calendar } = await rules(db, day)
  const readers = await reachableAdministrators(db, now)
  if (readers.length === 0) return []
  return inTransaction(db, async (tx) => {
    const telling = await untold(tx)
    const made: ProcessName[] = []
    for (const reader of readers) {
      const id = telling.some(({ recipient_id }) => recipient_id !== reader)
        ? await oneWaiting(tx, reader, { now, calendar })
        : null
      if (id !== null) made.push({ type: 'delivery', id })
    }
    const ids = telling.map(({ message_id }) => message_id)
    const moment = new Date(now).toISOString()
    await tx.$executeRaw`
      update delivery_task set told_at = ${moment}::timestamptz where message_id = any(${ids}::uuid[])`
    return made
  })
}

/** Open tasks about a mail that spoke of a case, or told a manager's week, and of which no administrator has been told. */
const untold = (
  tx: Transaction | Database,
): Promise<readonly { readonly message_id: string; readonly recipient_id: string }[]> => tx.$queryRaw`
  select message_id, recipient_id from delivery_task t where done_at is null and told_at is null
    and (exists (select from notice n where n.message_id = t.message_id)
      or exists (select from supervision_notice s where s.message_id = t.message_id)
      or exists (select from message m where m.id = t.message_id and m.lane = 'weekly')) order by message_id`

/** Those whose digest says what is to be put right: whoever covers for one who is away. */
async function reachableAdministrators(db: Database, now: number): Promise<readonly string[]> {
  const day = londonDay(now)
  const { people } = await loadPeople(db, day.toString())
  const unreachable = new Set(people.filter((person) => person.unreachable).map(({ id }) => id))
  return (await administrators(db, day)).filter((id) => !unreachable.has(id))
}

/** A digest that has not left will say it: its words are made when it leaves. Else one is made; its id, or null. */
async function oneWaiting(
  tx: Transaction,
  reader: string,
  { now, calendar }: { readonly now: number; readonly calendar: WorkingCalendar },
): Promise<string | null> {
  await lockReader(tx, reader)
  const [row] = await tx.$queryRaw<{ waiting: boolean; last: Date | null }[]>`
    select coalesce(bool_or(state in ('created', 'unsent')), false) as waiting, max(created_at) as last from message
    where recipient_id = ${reader}::uuid and lane = 'digest' and day >= ${londonDay(now).minusDays(31).toString()}::date`
  if (row?.waiting === true) return null
  const leaves = leavesAt({ now, last: row?.last?.getTime() ?? 0, calendar })
  const id = await insertDigest(tx, reader, londonDay(now).toString())
  await tx.$executeRaw`
    update message set next_moment = ${new Date(leaves).toISOString()}::timestamptz where id = ${id}::uuid`
  return id
}

/** An hour after the digest before it, but never on a later day because of that. Epoch milliseconds. */
export function leavesAt({
  now,
  last,
  calendar,
}: {
  readonly now: number
  readonly last: number
  readonly calendar: WorkingCalendar
}): number {
  const first = alertWindow(now, calendar)
  const spaced = alertWindow(Math.max(first, last + HOUR_MS), calendar)
  return londonDay(spaced).equals(londonDay(first)) ? spaced : first
}
