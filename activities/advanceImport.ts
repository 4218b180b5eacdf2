import { Context } from '@temporalio/activity'
import type { ImportActivities } from '../workflows/protocol'
import type { PlanningDeps } from './deps'
import { advanceRun } from './import/run/advanceRun'
import { askSafely } from './planning/askSafely'

/** Real time a step takes at most: then the next worker may take over. */
const STEP_MS = 10 * 1000
const THIRTY_DAYS_MS = 30 * 24 * 60 * 60 * 1000

/** The ask of `importCaseload`: goes on for some seconds. Waiting for a person ends with a nudge. */
export const makeAdvanceImport =
  ({ db, rules, processes, problemAfterMs }: PlanningDeps): ImportActivities['advanceImport'] =>
  ({ runId }) =>
    askSafely(
      problemAfterMs,
      async () => {
        const beat = (): void => {
          Context.current().heartbeat()
        }
        const state = await advanceRun({ db, rules, processes, beat, forMs: STEP_MS }, runId)
        return { closed: state === 'over', sleepMs: state === 'waiting' ? THIRTY_DAYS_MS : 1, toStart: [] }
      },
      async (why) => {
        await db.$executeRaw`update import_run set problem = ${why} where id = ${runId}::uuid`
      },
    )
