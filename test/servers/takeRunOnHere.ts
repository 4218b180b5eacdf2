import type { Processes } from '../../activities/deps'
import { advanceRun, type TakeRunOn } from '../../activities/import/run/advanceRun'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import type { Database } from '../../prisma/database'

/** Takes imports on in this process, for a worker that a test starts in its own. */
export const takeRunOnHere =
  (db: Database, processes: Processes): TakeRunOn =>
  (runId, forMs, signal) => {
    const beat = (): void => {
      signal.throwIfAborted()
    }
    return advanceRun({ db, rules: rulesInForce(), processes, beat, forMs }, runId)
  }
