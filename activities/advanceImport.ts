import { Context } from '@temporalio/activity'
import type { ImportActivities } from '../workflows/protocol'
import type { ImportDeps } from './deps'
import { askSafely } from './planning/askSafely'

/** Real time a step takes at most: then the next worker may take over. */
const STEP_MS = 10 * 1000
/** Real time between two signs of life, well below the heartbeat timeout: one statement on a whole table may take longer than that. */
const BEAT_MS = 2 * 1000
const THIRTY_DAYS_MS = 30 * 24 * 60 * 60 * 1000

/** The ask of `importCaseload`: goes on for some seconds. Waiting for a person ends with a nudge. Whoever has lost the step to another worker stops at the next thing done. */
export const makeAdvanceImport =
  ({ db, takeRunOn, problemAfterMs }: ImportDeps): ImportActivities['advanceImport'] =>
  ({ runId }) =>
    askSafely(
      problemAfterMs,
      async () => {
        const { heartbeat, cancellationSignal } = Context.current()
        const alive = setInterval(heartbeat, BEAT_MS)
        try {
          const state = await takeRunOn(runId, STEP_MS, cancellationSignal)
          return { closed: state === 'over', sleepMs: state === 'waiting' ? THIRTY_DAYS_MS : 1, toStart: [] }
        } finally {
          clearInterval(alive)
        }
      },
      async (why) => {
        await db.$executeRaw`update import_run set problem = ${why} where id = ${runId}::uuid`
      },
    )
