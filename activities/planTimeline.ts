import type { PlanningActivities } from '../workflows/protocol'
import { realMs } from './clock'
import type { PlanningDeps } from './deps'
import { askCase } from './planning/askCase'
import { askSafely } from './planning/askSafely'
import { caseAttributes } from './planning/caseAttributes'

const GONE = { closed: true, sleepMs: 1, toStart: [], attributes: { team: null, nextDue: null, late: null } }

/** The ask of `caseTimeline`: plan the case, tell what is due, and say how long to sleep. */
export const makePlanTimeline =
  (deps: PlanningDeps): PlanningActivities['planTimeline'] =>
  ({ caseId }) =>
    askSafely(
      deps.problemAfterMs,
      () =>
        askCase(deps, { caseId, asks: { type: 'caseTimeline', id: caseId }, gone: GONE }, (_tx, planned) =>
          Promise.resolve({
            closed: planned.closed,
            sleepMs: realMs(planned.clock, planned.nextMoment),
            toStart: [],
            attributes: caseAttributes(planned),
          }),
        ),
      async (why) => {
        await deps.db.$executeRaw`update case_file set problem = ${why} where id = ${caseId}::uuid`
      },
    )
