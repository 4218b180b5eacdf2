import { londonDay } from '../domain/calendar/london'
import { inTransaction } from '../prisma/inTransaction'
import type { PlanningActivities, ProcessName } from '../workflows/protocol'
import { realMs } from './clock'
import type { PlanningDeps } from './deps'
import { climbOne } from './escalation/climbOne'
import { lockEscalation } from './escalation/lockEscalation'
import { createAtOnceMessages } from './mail/createAtOnceMessages'
import { messagesToStart } from './mail/messagesToStart'
import { askSafely } from './planning/askSafely'
import { planCase } from './planning/planCase'

/**
 * The ask of `stalledPlanEscalation`: who is told now, until when. The case is planned first, so that nobody speaks on a stale plan, and
 * the planner ends the escalation when the fact has happened. Rungs count from the day on which the rung below was told.
 */
export const makeClimb =
  ({ db, rules: rulesInForce, problemAfterMs }: PlanningDeps): PlanningActivities['climb'] =>
  ({ escalationId }) =>
    askSafely(
      problemAfterMs,
      () =>
        inTransaction(db, async (tx) => {
          const caseId = (
            await tx.$queryRaw<{ case_id: string }[]>`select case_id from escalation where id = ${escalationId}::uuid`
          )[0]?.case_id
          const planned = caseId === undefined ? undefined : await planCase(tx, rulesInForce, caseId)
          const escalation = planned === undefined ? undefined : await lockEscalation(tx, escalationId)
          if (planned === undefined || escalation?.state !== 'open') return { closed: true, sleepMs: 1, toStart: [] }
          // The rules it was planned under, also where others have come into force since.
          const { clock, row, rules } = planned
          const nextMoment = await climbOne(tx, { planned, escalation, today: londonDay(clock.now) })
          await createAtOnceMessages(tx, row.id, rules, clock.now)
          await tx.$executeRaw`
            update escalation set taken_up = true, problem = null,
              next_moment = ${nextMoment === null ? null : new Date(nextMoment).toISOString()}::timestamptz
            where id = ${escalationId}::uuid`
          const toStart = (await messagesToStart(tx, [row.id])).map((id): ProcessName => ({ type: 'delivery', id }))
          return { closed: false, sleepMs: realMs(clock, nextMoment), toStart }
        }),
      async (why) => {
        await db.$executeRaw`update escalation set problem = ${why} where id = ${escalationId}::uuid`
      },
    )
