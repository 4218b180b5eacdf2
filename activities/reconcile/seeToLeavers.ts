import { isoDay } from '../../domain/calendar/isoDay'
import { londonDay } from '../../domain/calendar/london'
import type { Database } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { ProcessName } from '../../workflows/protocol'
import { readClock } from '../clock'
import { endWorkOf } from '../people/endWorkOf'
import { describeFailure } from '../planning/askSafely'
import { realNow } from '../realNow'
import { leaverFailed, leaversToSee, leaverSeen } from './leaverSeen'

/** Real milliseconds for one look: the first of all may find years of leavers. */
const LOOK_MS = 2_000

interface SeenTo {
  /** Cases that lost their worker, to be planned again. */
  readonly nudging: readonly ProcessName[]
  /** Why, for each case whose worker could not be ended; it is tried again after all others. */
  readonly failures: readonly string[]
}

/**
 * Ends the work of everybody who has left, case by case: once, and again after anything is recorded on a case they ever held. From then on the case has nobody
 * allocated, and its own rules tell the manager. A case that fails keeps nobody else waiting. What is not done in time is done in a minute. `mayGoOn`: asked
 * before every case.
 */
export async function seeToLeavers(db: Database, mayGoOn: () => boolean = forAWhile()): Promise<SeenTo> {
  const { now } = await readClock(db)
  const today = londonDay(now)
  const nudging: ProcessName[] = []
  const failures: string[] = []
  for (const one of await leaversToSee(db, today)) {
    if (!mayGoOn()) {
      if (one.problem !== null) failures.push(`case ${one.ref}: ${one.problem}`)
      continue
    }
    try {
      const ended = await inTransaction(db, async (tx) => {
        const { caseId, personId } = one
        const had = await endWorkOf(tx, { caseId, personId, leftOn: isoDay(one.leftOn) })
        await leaverSeen(tx, one, today)
        return had
      })
      if (ended) nudging.push({ type: 'caseTimeline', id: one.caseId })
    } catch (error) {
      const problem = describeFailure(error)
      await leaverFailed(db, one, problem)
      failures.push(`case ${one.ref}: ${problem}`)
    }
  }
  return { nudging, failures }
}

function forAWhile(): () => boolean {
  const until = realNow() + LOOK_MS
  return () => realNow() < until
}
