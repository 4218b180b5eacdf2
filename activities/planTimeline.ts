import { inTransaction } from '../prisma/inTransaction'
import type { PlanningActivities, ProcessName } from '../workflows/protocol'
import { realMs } from './clock'
import type { PlanningDeps } from './deps'
import { messagesToStart } from './mail/messagesToStart'
import { askSafely } from './planning/askSafely'
import { caseAttributes } from './planning/caseAttributes'
import { planCase } from './planning/planCase'
import { notYetTakenUp } from './escalation/notYetTakenUp'

/** The ask of `caseTimeline`: plan the case, say which escalations nobody has taken up yet, and how long to sleep. */
export const makePlanTimeline =
  ({ db, rules, problemAfterMs }: PlanningDeps): PlanningActivities['planTimeline'] =>
  ({ caseId }) =>
    askSafely(
      problemAfterMs,
      () =>
        inTransaction(db, async (tx) => {
          const planned = await planCase(tx, rules, caseId)
          if (planned === undefined)
            return { closed: true, sleepMs: 1, toStart: [], attributes: { team: null, nextDue: null, late: null } }
          const escalations = (await notYetTakenUp(tx, caseId)).map((id): ProcessName => ({
            type: 'stalledPlanEscalation',
            id,
          }))
          const messages = (await messagesToStart(tx, [caseId])).map((id): ProcessName => ({ type: 'delivery', id }))
          return {
            closed: planned.closed,
            sleepMs: realMs(planned.clock, planned.nextMoment),
            toStart: [...escalations, ...messages],
            attributes: caseAttributes(planned),
          }
        }),
      async (why) => {
        await db.$executeRaw`update case_file set problem = ${why} where id = ${caseId}::uuid`
      },
    )
