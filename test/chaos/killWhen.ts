import { setTimeout as wait } from 'node:timers/promises'
import { readClock } from '../../activities/clock'
import type { TestTown } from '../servers/testTown'
import type { RestartableWorker } from './restartableWorker'

/** What the worker has in its hands when it is killed. */
export const INSTANTS = ['a case is due', 'a mail is being sent', 'an escalation is not taken up'] as const
/** Of a county with group supervision. */
export const SUPERVISION_INSTANTS = ['a session is due', 'a year is due', 'a mail is being sent'] as const
export type Instant = (typeof INSTANTS)[number] | (typeof SUPERVISION_INSTANTS)[number]

const LOOK_EVERY_MS = 2
/** Before its time: looking takes what the worker needs. */
const LOOK_BEFORE_MS = 50

/** Waits until the clock has reached a moment and the worker has just this in its hands, and kills it there. Ends without a kill when `over` is aborted. */
export async function killWhen(
  town: TestTown,
  worker: RestartableWorker,
  { from, instant, over }: { readonly from: number; readonly instant: Instant; readonly over: AbortSignal },
): Promise<'killed' | 'over'> {
  while (!over.aborted) {
    const { now } = await readClock(town.db)
    if (now >= from && (await isNow(town, instant, now))) {
      await worker.killAndStartAgain()
      return 'killed'
    }
    await wait(now >= from ? LOOK_EVERY_MS : LOOK_BEFORE_MS)
  }
  return 'over'
}

async function isNow({ db }: TestTown, instant: Instant, now: number): Promise<boolean> {
  const moment = new Date(now).toISOString()
  switch (instant) {
    case 'a case is due': {
      const rows = await db.$queryRaw<
        unknown[]
      >`select 1 from case_file where next_moment <= ${moment}::timestamptz limit 1`
      return rows.length > 0
    }
    case 'a mail is being sent': {
      const rows = await db.$queryRaw<unknown[]>`select 1 from message where state = 'sending' limit 1`
      return rows.length > 0
    }
    case 'a session is due': {
      const rows = await db.$queryRaw<
        unknown[]
      >`select 1 from session where next_moment <= ${moment}::timestamptz or facts_version <> planned_version limit 1`
      return rows.length > 0
    }
    case 'a year is due': {
      const rows = await db.$queryRaw<
        unknown[]
      >`select 1 from supervision_year where next_moment <= ${moment}::timestamptz or facts_version <> planned_version limit 1`
      return rows.length > 0
    }
    case 'an escalation is not taken up': {
      const rows = await db.$queryRaw<unknown[]>`select 1 from escalation where state = 'open' and not taken_up limit 1`
      return rows.length > 0
    }
  }
}
