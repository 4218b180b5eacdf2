import { inTransaction } from '../prisma/inTransaction'
import type { PlanningActivities, ProcessName, ToStart } from '../workflows/protocol'
import { realMs, type ClockReading } from './clock'
import type { PlanningDeps } from './deps'
import { AlertFailed, climbDue } from './escalation/climbDue'
import { dueAlerts } from './escalation/dueAlerts'
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
      const { clock } = planned
      const due = await dueAlerts(tx, caseId, clock.now)
      const speaksNext = tells === 'tell alerts' ? await climbDue(tx, planned, due) : new Map<string, number | null>()
      return {
        toWake: due.filter(({ takenUp }) => takenUp).map(({ id }) => alertProcess(id)),
        answer: {
          closed: planned.closed,
          sleepMs: realMs(clock, planned.nextMoment),
          // Mail first: people wait for it, and nobody for a process whose alert has spoken.
          toStart: [
            ...(await messagesToStart(tx, [caseId])).map((id): ToStart => ({ type: 'delivery', id })),
            ...due
              .filter(({ takenUp }) => !takenUp)
              .map(({ id }) => ({ ...alertProcess(id), ...sleeping(clock, speaksNext.get(id)) })),
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
        const left = await startedHere(processes, answer)
        // These have a process, which has nothing to do before its next appointment. Lost, it is started again, and asks.
        const asleep = answer.toStart.flatMap(({ id, afterMs }) => (afterMs === undefined ? [] : [id]))
        if (left.toStart.length === 0 && asleep.length > 0)
          await db.$executeRaw`update escalation set taken_up = true where id = any(${asleep}::uuid[])`
        return left
      },
      async (why) => {
        await db.$executeRaw`update case_file set problem = ${why} where id = ${caseId}::uuid`
      },
    )
}

/** A process that has nothing to do before its alert speaks next; one that has yet to speak begins at once. */
const sleeping = (clock: ClockReading, next: number | null | undefined): Pick<ToStart, 'afterMs'> =>
  next === undefined ? {} : { afterMs: realMs(clock, next) }

const alertProcess = (id: string): ProcessName => ({ type: 'stalledPlanEscalation', id })
