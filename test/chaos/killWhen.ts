import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
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

interface When {
  /** Epoch milliseconds, of the town's clock. */
  readonly from: number
  readonly instant: Instant
  readonly over: AbortSignal
}

/** Waits until the clock has reached a moment and the worker has just this in its hands, and kills it there. Ends without a kill when `over` is aborted. */
export async function killWhen(town: TestTown, worker: RestartableWorker, when: When): Promise<'killed' | 'over'> {
  const { from, instant, over } = when
  while (!over.aborted && (await readClock(town.db)).now < from) await wait(LOOK_BEFORE_MS)
  // An alert is taken up within a moment of being opened: whoever only looks would miss it, so it is held there until the worker is dead.
  return instant === 'an escalation is not taken up'
    ? takingUpHeld(town, () => killThere(town, worker, when))
    : killThere(town, worker, when)
}

async function killThere(
  town: TestTown,
  worker: RestartableWorker,
  { instant, over }: When,
): Promise<'killed' | 'over'> {
  while (!over.aborted) {
    if (await isNow(town, instant, (await readClock(town.db)).now)) {
      await worker.killAndStartAgain()
      return 'killed'
    }
    await wait(LOOK_EVERY_MS)
  }
  return 'over'
}

const HELD = 1_127

/** Does this while no alert of the town can be taken up: whoever tries waits, and is cut off before they are let go. */
async function takingUpHeld<T>({ url }: TestTown, doing: () => Promise<T>): Promise<T> {
  // As its owner: who signs in otherwise may change no table, and holds no lock for so long.
  const owner = new Client({ connectionString: url })
  await owner.connect()
  try {
    await owner.query(`
      create or replace function wait_to_take_up() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(${String(HELD)}); return new; end $$`)
    await owner.query(`
      create or replace trigger wait_to_take_up before update on escalation
      for each row when (new.taken_up and not old.taken_up) execute function wait_to_take_up()`)
    await owner.query(`select pg_advisory_lock(${String(HELD)})`)
    const done = await doing()
    await owner.query(`
      select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = ${String(HELD)} and not granted
        and database = (select oid from pg_database where datname = current_database())`)
    await owner.query(`select pg_advisory_unlock(${String(HELD)})`)
    await owner.query('drop trigger wait_to_take_up on escalation')
    return done
  } finally {
    await owner.end()
  }
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
