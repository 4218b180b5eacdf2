import type { Database } from '../prisma/database'
import { inTransaction } from '../prisma/inTransaction'
import type { PlanningActivities, ProcessName } from '../workflows/protocol'
import { realMs } from './clock'
import type { PlanningDeps } from './deps'
import { askSafely } from './planning/askSafely'
import { planEach } from './planning/planEach'
import { planTeamYear } from './supervision/planTeamYear'
import { sessionMessagesToStart } from './supervision/sessionMessagesToStart'
import { startedHere } from './temporal/startedHere'

/**
 * The ask of `groupSupervisionYear`: plan the team's year again, tell what became otherwise and what cannot be placed, wake the sessions it concerns, sleep until the night. What cannot
 * be reached has facts newer than its plan, and is `reconcile`'s work.
 */
export const makePlanSupervisionYear =
  ({ db, rules, processes, problemAfterMs }: PlanningDeps): PlanningActivities['planSupervisionYear'] =>
  ({ teamId }) =>
    askSafely(
      problemAfterMs,
      async () => {
        // Who is discussed follows from the plan of each case: nobody speaks on a stale one. One that cannot be planned is on an administrator's list, and stays where it is.
        await planEach(db, rules, await staleCases(db, teamId))
        const planned = await inTransaction(db, (tx) => planTeamYear(tx, rules, teamId))
        if (planned === undefined) return { closed: true, sleepMs: 1, toStart: [] }
        await processes.nudge(planned.concerns.map((id): ProcessName => ({ type: 'groupSupervisionSession', id })))
        const toStart = (await sessionMessagesToStart(db, { teamId })).map((id): ProcessName => ({
          type: 'delivery',
          id,
        }))
        return startedHere(processes, { closed: false, sleepMs: realMs(planned.clock, planned.nextMoment), toStart })
      },
      async (why) => {
        await db.$executeRaw`update supervision_year set problem = ${why} where team_id = ${teamId}::uuid`
      },
    )

/** So many cases are planned in a second or two; what is left over wakes the year again when it has been planned. */
const MOST = 200

const staleCases = async (db: Database, teamId: string): Promise<readonly string[]> =>
  (
    await db.$queryRaw<{ id: string }[]>`
      select c.id::text from case_file c join supervision_year y on y.team_id = c.team_id
      where c.team_id = ${teamId}::uuid and c.facts_version <> c.planned_version and c.problem is null order by c.id limit ${MOST}`
  ).map(({ id }) => id)
