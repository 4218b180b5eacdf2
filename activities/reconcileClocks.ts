import { londonDay } from '../domain/calendar/london'
import type { LatePlace, PlanningActivities, ReconcileAnswer } from '../workflows/protocol'
import { readClock } from './clock'
import { realNow } from './realNow'
import type { PlanningDeps } from './deps'
import { askSafely } from './planning/askSafely'
import { makeBackoff } from './reconcile/backoff'
import { someClocks } from './reconcile/everyClock'
import { leftSending } from './reconcile/leftSending'
import { nextToNudge } from './reconcile/nextToNudge'
import { waitsForAPerson } from './reconcile/waitsForAPerson'
import { seeToLeavers } from './reconcile/seeToLeavers'
import { saveProcess } from './round/processRow'
import { tellUndelivered } from './undelivered/tellUndelivered'

/** Real time. */
const EVERY_MS = 60 * 1000
const NIGHT_MS = 24 * 60 * 60 * 1000

/** Clocks reached in one step: it takes well under the ten seconds an ask has, also on a small machine. */
const STEP = 200

type Report = Readonly<Record<string, number>>

interface Repaired {
  readonly report: Report
  readonly late?: LatePlace | undefined
  /** What could not be repaired, for the administrator. */
  readonly problem: string | null
}

const failureOf = ([first]: readonly string[]): string | null =>
  first === undefined ? null : `the work of somebody who has left could not be ended on every case: ${first}`

/**
 * The ask of `reconcile`: compares what is with what should be, and repairs it. It nudges and never plans, so a case has one planner.
 * A look at every clock, or through all that is late, goes in steps, and the answer says where to go on. Reports what it did; a healthy system reports zeros.
 */
export function makeReconcile({ db, rules, processes, problemAfterMs }: PlanningDeps): PlanningActivities['reconcile'] {
  const mayNudge = makeBackoff()
  let lastFull = 0 // real time; lost with the worker, which only means one more look at every clock
  const repair = async (from: LatePlace | undefined): Promise<Repaired> => {
    const clock = await readClock(db)
    const unknown = await leftSending(db)
    const told = await tellUndelivered(db, rules)
    // Once a look: a look through all that is late may take several steps.
    const left = from === undefined ? await seeToLeavers(db) : { nudging: [], failures: [] }
    const { version } = await rules(db, londonDay(clock.now))
    const looking = { clock, rulesVersion: version, from, atMost: STEP, mayNudge }
    const { nudging, counts, late } = await nextToNudge(db, looking)
    await processes.nudge([...left.nudging, ...nudging])
    await processes.ensure([...unknown, ...told])
    const report = { ...counts, unknown: unknown.length, ensured: unknown.length, left: left.nudging.length }
    const problem = failureOf(left.failures)
    // What waits for a person is counted once all has been looked at: it reads whole tables.
    return late === undefined
      ? { report: { ...report, ...(await waitsForAPerson(db)) }, problem }
      : { report, late, problem }
  }
  return ({ full, after, late: from }) =>
    askSafely(
      problemAfterMs,
      async (): Promise<ReconcileAnswer> => {
        const { report, late, problem }: Repaired =
          after === undefined ? await repair(from) : { report: {}, late: from, problem: null }
        const save = (counts: Report): Promise<void> =>
          saveProcess(db, { id: 'reconcile', nextMoment: null, waitsSince: null, report: counts, problem })
        const looked: ReconcileAnswer = { closed: false, sleepMs: late === undefined ? EVERY_MS : 1, toStart: [], late }
        if (after === undefined && !full && realNow() - lastFull < NIGHT_MS) {
          await save(report)
          return looked
        }
        const step = await someClocks(db, after, STEP)
        await processes.ensure(step)
        const count = (after?.count ?? 0) + step.length
        await save({ ...report, ensured: count })
        const last = step.at(-1)
        if (last !== undefined && step.length === STEP) return { ...looked, sleepMs: 1, after: { ...last, count } }
        lastFull = realNow()
        return looked
      },
      async (why) => {
        await db.$executeRaw`update process set problem = ${why} where id = 'reconcile'`
      },
    )
}
