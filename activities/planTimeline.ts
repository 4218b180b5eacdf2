import type { Transaction } from '../prisma/database'
import { inTransaction } from '../prisma/inTransaction'
import type { PlanningActivities, ProcessName } from '../workflows/protocol'
import { realMs } from './clock'
import type { PlanningDeps } from './deps'
import { AlertFailed, climbNew } from './escalation/climbNew'
import { notYetTakenUp } from './escalation/notYetTakenUp'
import { messagesToStart } from './mail/messagesToStart'
import { askSafely, describeFailure, warnHere } from './planning/askSafely'
import { caseAttributes } from './planning/caseAttributes'
import { planCase, type PlannedCase } from './planning/planCase'
import { startedHere } from './temporal/startedHere'

/** What is done about alerts that no process has taken up. Answers their ids. */
type AboutAlerts = (tx: Transaction, planned: PlannedCase) => Promise<readonly string[]>

/**
 * The ask of `caseTimeline`: plan the case, tell what new alerts say, and say which of them nobody has taken up yet, and how long to sleep. One that cannot
 * be told is left to its own process: the rest of the case is not missed because of it.
 */
export const makePlanTimeline = ({
  db,
  rules,
  processes,
  problemAfterMs,
}: PlanningDeps): PlanningActivities['planTimeline'] => {
  const ask = (caseId: string, aboutAlerts: AboutAlerts) =>
    inTransaction(db, async (tx) => {
      const planned = await planCase(tx, rules, caseId)
      if (planned === undefined)
        return { closed: true, sleepMs: 1, toStart: [], attributes: { team: null, nextDue: null, late: null } }
      const alerts = await aboutAlerts(tx, planned)
      // Mail first: people wait for it, and nobody for a process whose alert has spoken.
      const toStart: ProcessName[] = [
        ...(await messagesToStart(tx, [caseId])).map((id) => ({ type: 'delivery' as const, id })),
        ...alerts.map((id) => ({ type: 'stalledPlanEscalation' as const, id })),
      ]
      return {
        closed: planned.closed,
        sleepMs: realMs(planned.clock, planned.nextMoment),
        toStart,
        attributes: caseAttributes(planned),
      }
    })
  return ({ caseId }) =>
    askSafely(
      problemAfterMs,
      async () => {
        const answer = await ask(caseId, climbNew).catch((error: unknown) => {
          if (!(error instanceof AlertFailed)) throw error
          warnHere(
            `an alert of case ${caseId} could not be told with its plan (${describeFailure(error.cause)}); its own process will`,
          )
          return ask(caseId, (tx) => notYetTakenUp(tx, caseId))
        })
        return startedHere(processes, answer)
      },
      async (why) => {
        await db.$executeRaw`update case_file set problem = ${why} where id = ${caseId}::uuid`
      },
    )
}
