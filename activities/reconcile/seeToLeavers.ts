import { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import type { Database } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { ProcessName } from '../../workflows/protocol'
import { readClock } from '../clock'
import { casesEverHeldBy } from '../people/heldBy'
import { endWorkOf } from '../people/endWorkOf'
import { describeFailure } from '../planning/askSafely'
import { realNow } from '../realNow'

/** Real milliseconds for one look: the first of all may find years of leavers. */
const LOOK_MS = 2_000

interface SeenTo {
  /** Cases that lost their worker, to be planned again. */
  readonly nudging: readonly ProcessName[]
  /** Why, for each case whose worker could not be ended; its leaver is looked at again in a minute. */
  readonly failures: readonly string[]
}

/**
 * Ends the work of everybody who has left, case by case: once, and again where something is recorded afterwards that leaves a case with them. From then on the
 * case has nobody allocated, and its own rules tell the manager. A case that fails keeps nobody else waiting. What is not done in time is done in a minute.
 */
export async function seeToLeavers(db: Database): Promise<SeenTo> {
  const { now } = await readClock(db)
  const today = londonDay(now)
  const nudging: ProcessName[] = []
  const failures: string[] = []
  const until = realNow() + LOOK_MS
  for (const { id, left_on } of await notSeenTo(db, today)) {
    if (realNow() >= until) break
    const before = failures.length
    for (const one of await casesEverHeldBy(db, id)) {
      try {
        const ended = await inTransaction(db, (tx) =>
          endWorkOf(tx, { caseId: one.id, personId: id, leftOn: LocalDate.parse(left_on) }),
        )
        if (ended) nudging.push({ type: 'caseTimeline', id: one.id })
      } catch (error) {
        failures.push(`case ${one.ref}: ${describeFailure(error)}`)
      }
    }
    if (failures.length === before)
      await db.$executeRaw`
        insert into leaver_seen (person_id, left_on, seen_at)
        values (${id}::uuid, ${left_on}::date, ${new Date(now).toISOString()}::timestamptz)
        on conflict (person_id) do update set left_on = excluded.left_on, seen_at = excluded.seen_at`
  }
  return { nudging, failures }
}

/** Who has left by this day and has not been seen to, or on whose work something was recorded since; the last to leave first. */
const notSeenTo = (db: Database, today: LocalDate): Promise<{ id: string; left_on: string }[]> => db.$queryRaw`
  select p.id::text, p.left_on::text from person p where p.left_on <= ${today.toString()}::date
    and not exists (select from leaver_seen s where s.person_id = p.id and s.left_on = p.left_on
      and not exists (select from chronology_event e where e.payload ->> 'person' = p.id::text
        and e.kind in ('worker-allocated', 'worker-ended') and e.recorded_at > s.seen_at))
  order by p.left_on desc, p.id limit 500`
