import { inTransaction } from '../prisma/inTransaction'
import type { PlanningActivities, ProcessName } from '../workflows/protocol'
import { realMs } from './clock'
import type { PlanningDeps } from './deps'
import { AlertFailed, climbDue } from './escalation/climbDue'
import { dueAlerts, type DueAlert } from './escalation/dueAlerts'
import { messagesToStart } from './mail/messagesToStart'
import { askSafely, describeFailure, warnHere } from './planning/askSafely'
import { caseAttributes } from './planning/caseAttributes'
import { planCase } from './planning/planCase'
import { startedHere } from './temporal/startedHere'

/**
 * The ask of `caseTimeline`: plan the case, tell what its alerts have to say by now, and say which of them nobody has taken up yet, and how long to sleep.
 * Alerts that cannot be told are left to their own processes: the rest of the case is not missed because of them.
 */
export const makePlanTimeline = ({
  db,
  rules,
  processes,
  problemAfterMs,
}: PlanningDeps): PlanningActivities['planTimeline'] => {
  const ask = (caseId: string, tells: 'tell alerts' | 'leave alerts') =>
    inTransaction(db, async (tx) => {
      const planned = await planCase(tx, rules, caseId)
      if (planned === undefined) {
        const attributes = { team: null, nextDue: null, late: null }
        return { toWake: [], answer: { closed: true, sleepMs: 1, toStart: [], attributes } }
      }
      const due = await dueAlerts(tx, caseId, planned.clock.now)
      if (tells === 'tell alerts') await climbDue(tx, planned, due)
      return {
        toWake: due.filter(({ takenUp }) => takenUp).map(alertProcess),
        answer: {
          closed: planned.closed,
          sleepMs: realMs(planned.clock, planned.nextMoment),
          // Mail first: people wait for it, and nobody for a process whose alert has spoken.
          toStart: [
            ...(await messagesToStart(tx, [caseId])).map((id): ProcessName => ({ type: 'delivery', id })),
            ...due.filter(({ takenUp }) => !takenUp).map(alertProcess),
          ],
          attributes: caseAttributes(planned),
        },
      }
    })
  return ({ caseId }) =>
    askSafely(
      problemAfterMs,
      async () => {
        const { toWake, answer } = await ask(caseId, 'tell alerts').catch((error: unknown) => {
          if (!(error instanceof AlertFailed)) throw error
          warnHere(
            `an alert of case ${caseId} could not be told with its plan (${describeFailure(error.cause)}); its own process will`,
          )
          return ask(caseId, 'leave alerts')
        })
        // Their next appointment may have come nearer. What cannot be reached is late by then, and `reconcile`'s work.
        await processes.nudge(toWake)
        return startedHere(processes, answer)
      },
      async (why) => {
        await db.$executeRaw`update case_file set problem = ${why} where id = ${caseId}::uuid`
      },
    )
}

const alertProcess = ({ id }: DueAlert): ProcessName => ({ type: 'stalledPlanEscalation', id })
