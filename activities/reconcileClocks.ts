import type { PlanningActivities, ProcessName, ReconcileAnswer } from '../workflows/protocol'
import { readClock, realNow } from './clock'
import type { PlanningDeps } from './deps'
import { askSafely } from './planning/askSafely'
import { makeBackoff } from './reconcile/backoff'
import { someClocks } from './reconcile/everyClock'
import { overdueProcesses } from './reconcile/overdueProcesses'
import { staleCases } from './reconcile/staleCases'
import { leftSending } from './reconcile/leftSending'
import { waitsForAPerson } from './reconcile/waitsForAPerson'
import { saveProcess } from './round/processRow'

/** Real time. */
const EVERY_MS = 60 * 1000
const NIGHT_MS = 24 * 60 * 60 * 1000

/** Clocks reached in one step: it takes well under the ten seconds an ask has, also on a small machine. */
const STEP = 200

/**
 * The ask of `reconcile`: compares what is with what should be, and repairs it. It nudges and never plans, so a case has one planner.
 * A look at every clock goes in steps, and the answer says where to go on. Reports what it did; a healthy system reports zeros.
 */
export function makeReconcile({ db, rules, processes, problemAfterMs }: PlanningDeps): PlanningActivities['reconcile'] {
  const mayNudge = makeBackoff()
  let lastFull = 0 // real time; lost with the worker, which only means one more look at every clock
  const repair = async (): Promise<{ report: Readonly<Record<string, number>>; more: boolean }> => {
    const stale = await staleCases(db, rules.version)
    const overdue = await overdueProcesses(db, await readClock(db))
    const unknown = await leftSending(db)
    const nudging: ProcessName[] = []
    for (const name of [...stale, ...overdue]) {
      if (nudging.length === STEP) break
      if (mayNudge(name)) nudging.push(name)
    }
    await processes.nudge(nudging)
    await processes.ensure(unknown)
    const counts = { stale: stale.length, overdue: overdue.length, unknown: unknown.length, nudged: nudging.length }
    return {
      report: { ...counts, ensured: unknown.length, ...(await waitsForAPerson(db)) },
      more: nudging.length === STEP,
    }
  }
  return ({ full, after }) =>
    askSafely(
      problemAfterMs,
      async (): Promise<ReconcileAnswer> => {
        const { report, more } = after === undefined ? await repair() : { report: {}, more: false }
        const save = (counts: Readonly<Record<string, number>>): Promise<void> =>
          saveProcess(db, { id: 'reconcile', nextMoment: null, waitsSince: null, report: counts, problem: null })
        if (after === undefined && !full && realNow() - lastFull < NIGHT_MS) {
          await save(report)
          return { closed: false, sleepMs: more ? 1 : EVERY_MS, toStart: [] }
        }
        const step = await someClocks(db, after, STEP)
        await processes.ensure(step)
        const count = (after?.count ?? 0) + step.length
        await save({ ...report, ensured: count })
        const last = step.at(-1)
        if (last !== undefined && step.length === STEP)
          return { closed: false, sleepMs: 1, toStart: [], after: { ...last, count } }
        lastFull = realNow()
        return { closed: false, sleepMs: more ? 1 : EVERY_MS, toStart: [] }
      },
      async (why) => {
        await db.$executeRaw`update process set problem = ${why} where id = 'reconcile'`
      },
    )
}
