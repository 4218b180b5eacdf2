import { inTransaction } from '../prisma/inTransaction'
import type { PlanningActivities, ProcessName } from '../workflows/protocol'
import { realMs } from './clock'
import type { PlanningDeps } from './deps'
import { askSafely } from './planning/askSafely'
import { advanceOne } from './supervision/advanceOne'
import { sessionMessagesToStart } from './supervision/sessionMessagesToStart'
import { startedHere } from './temporal/startedHere'

/** The ask of `groupSupervisionSession`: take the session on, have its mails sent, sleep until something is due. */
export const makeAdvanceSession =
  ({ db, rules, processes, problemAfterMs }: PlanningDeps): PlanningActivities['advanceSession'] =>
  ({ sessionId }) =>
    askSafely(
      problemAfterMs,
      async () => {
        const advanced = await inTransaction(db, (tx) => advanceOne(tx, rules, sessionId))
        if (advanced === undefined) return { closed: true, sleepMs: 1, toStart: [] }
        const { clock, teamId, closed, nextMoment } = advanced
        const toStart = (await sessionMessagesToStart(db, { teamId, sessionId })).map((id): ProcessName => ({
          type: 'delivery',
          id,
        }))
        return startedHere(processes, { closed, sleepMs: realMs(clock, nextMoment), toStart })
      },
      async (why) => {
        await db.$executeRaw`update session set problem = ${why} where id = ${sessionId}::uuid`
      },
    )
