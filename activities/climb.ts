import { inTransaction } from '../prisma/inTransaction'
import type { PlanningActivities, ProcessName } from '../workflows/protocol'
import { realMs } from './clock'
import type { PlanningDeps } from './deps'
import { climbOpen } from './escalation/climbOpen'
import { messagesToStart } from './mail/messagesToStart'
import { askSafely } from './planning/askSafely'
import { planCase } from './planning/planCase'
import { startedHere } from './temporal/startedHere'

/**
 * The ask of `stalledPlanEscalation`: who is told now, until when. The case is planned first, so that nobody speaks on a stale plan, and
 * the planner ends the escalation when the fact has happened. Rungs count from the day on which the rung below was told.
 */
export const makeClimb =
  ({ db, rules, processes, problemAfterMs }: PlanningDeps): PlanningActivities['climb'] =>
  ({ escalationId }) =>
    askSafely(
      problemAfterMs,
      async () => {
        const answer = await inTransaction(db, async (tx) => {
          const caseId = (
            await tx.$queryRaw<{ case_id: string }[]>`select case_id from escalation where id = ${escalationId}::uuid`
          )[0]?.case_id
          const planned = caseId === undefined ? undefined : await planCase(tx, rules, caseId)
          const nextMoment = planned === undefined ? undefined : await climbOpen(tx, planned, escalationId)
          if (planned === undefined || nextMoment === undefined) return { closed: true, sleepMs: 1, toStart: [] }
          const { clock, row } = planned
          await tx.$executeRaw`update escalation set taken_up = true where id = ${escalationId}::uuid`
          const toStart = (await messagesToStart(tx, [row.id])).map((id): ProcessName => ({ type: 'delivery', id }))
          return { closed: false, sleepMs: realMs(clock, nextMoment), toStart }
        })
        return startedHere(processes, answer)
      },
      async (why) => {
        await db.$executeRaw`update escalation set problem = ${why} where id = ${escalationId}::uuid`
      },
    )
