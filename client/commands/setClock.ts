import type { Database } from '../../prisma/database'
import type { Processes } from '../../activities/deps'
import { readClock } from '../../activities/clock'
import { realNow } from '../../activities/realNow'
import { everyClock } from '../../activities/reconcile/everyClock'
import { inTransaction } from '../../prisma/inTransaction'

export interface NewClock {
  /** Epoch milliseconds the clock should show now; it never goes back. As it is when missing. */
  readonly to?: number
  /** Clock milliseconds per real millisecond: 1 real, 28800 a day in three seconds, 0 stepped. As it is when missing. */
  readonly scale?: number
  /** Whom to tell; every running process when missing (their sleeps were worked out on the old clock). */
  readonly nudge?: 'all' | 'none'
}

/** Moves or rescales the clock of a demo. Throws for a database that is not a demo, and for a step back. */
export async function setClock(
  { db, processes }: { db: Database; processes: Processes },
  { to, scale, nudge = 'all' }: NewClock,
): Promise<number> {
  const shows = await inTransaction(db, async (tx) => {
    const [row] = await tx.$queryRaw<{ demo: boolean }[]>`select demo from authority where id = 1 for update`
    if (row?.demo !== true)
      throw new Error('Only a demo may move its clock. This database holds a real authority; its time is real time.')
    const before = await readClock(tx)
    const target = to ?? before.now
    if (target < before.now - 1)
      throw new Error('The clock never goes back: what was told on a day would be in the future again.')
    const newScale = scale ?? before.scale
    const offset = Math.round(target - realNow() * newScale)
    await tx.$executeRaw`update authority set scale = ${newScale}, offset_ms = ${BigInt(offset)} where id = 1`
    return target
  })
  if (nudge === 'all') await processes.nudge(await everyClock(db))
  return shows
}
