import type { PlanningActivities, ProcessName } from '../workflows/protocol'
import { readClock, realNow } from './clock'
import type { PlanningDeps } from './deps'
import { askSafely } from './planning/askSafely'
import { makeBackoff } from './reconcile/backoff'
import { everyClock } from './reconcile/everyClock'
import { overdueProcesses } from './reconcile/overdueProcesses'
import { staleCases } from './reconcile/staleCases'
import { leftSending } from './reconcile/leftSending'
import { saveProcess } from './round/processRow'

/** Real time. */
const EVERY_MS = 60 * 1000
const NIGHT_MS = 24 * 60 * 60 * 1000

/**
 * The ask of `reconcile`: compares what is with what should be, and repairs it. It nudges and never plans, so a case has one planner.
 * Reports what it did; a healthy system reports zeros.
 */
export function makeReconcile({ db, rules, processes, problemAfterMs }: PlanningDeps): PlanningActivities['reconcile'] {
  const mayNudge = makeBackoff()
  let lastFull = 0 // real time; lost with the worker, which only means one more look at every clock
  return ({ full }) =>
    askSafely(
      problemAfterMs,
      async () => {
        const clock = await readClock(db)
        const stale = await staleCases(db, rules.version)
        const overdue = await overdueProcesses(db, clock)
        const unknown = await leftSending(db)
        const nudged = [...stale, ...overdue].filter((name) => mayNudge(name))
        await processes.nudge(nudged)
        let ensured: readonly ProcessName[] = unknown
        if (full || realNow() - lastFull >= NIGHT_MS) {
          ensured = [...unknown, ...(await everyClock(db))]
          lastFull = realNow()
        }
        await processes.ensure(ensured)
        const report = {
          stale: stale.length,
          overdue: overdue.length,
          unknown: unknown.length,
          nudged: nudged.length,
          ensured: ensured.length,
        }
        await saveProcess(db, { id: 'reconcile', nextMoment: null, waitsSince: null, report })
        return { closed: false, sleepMs: EVERY_MS, toStart: [] }
      },
      async (why) => {
        await db.$executeRaw`update process set problem = ${why} where id = 'reconcile'`
      },
    )
}
