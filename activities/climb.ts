import { climbStep, rungStep } from '../domain/escalation/ladder'
import { alertWindow } from '../domain/escalation/alertWindow'
import { londonDay, londonMoment } from '../domain/calendar/london'
import { ruleBehind } from '../domain/policy/policySchedule'
import { keyOf } from '../domain/timeline/obligation'
import { inTransaction } from '../prisma/inTransaction'
import type { PlanningActivities, ProcessName } from '../workflows/protocol'
import { realMs } from './clock'
import type { PlanningDeps } from './deps'
import { loadEntries } from './escalation/loadEntries'
import { lockEscalation } from './escalation/lockEscalation'
import { tellImmediately } from './escalation/tellImmediately'
import { tellRung } from './escalation/tellRung'
import { createAtOnceMessages } from './mail/createAtOnceMessages'
import { messagesToStart } from './mail/messagesToStart'
import { askSafely } from './planning/askSafely'
import { planCase } from './planning/planCase'

/** Alerts leave from 08:00 London. */
const ALERTS_FROM = 8 * 60

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
          const { clock, recipients, row, rules } = planned
          const today = londonDay(clock.now)
          const rule = ruleBehind(rules.policy, escalation)
          const climb = { ladder: rule.ladder, today, calendar: rules.calendar }
          const opens = alertWindow(clock.now, rules.calendar)
          const { tell, nextOn } = climbStep({ ...climb, entries: await loadEntries(tx, escalationId) })
          let nextRung = nextOn === null ? null : londonMoment(nextOn, ALERTS_FROM)
          if (tell !== null && opens > clock.now) nextRung = opens
          else if (tell !== null) {
            const first = rule.late.find(({ to }) => to.some((role) => role !== 'social-worker'))?.step ?? 'late'
            await tellRung(tx, {
              escalation,
              tell: { ...tell, step: rungStep(tell.rung, first) },
              recipients,
              on: today,
              now: clock.now,
            })
            // What was just told decides when the next rung is.
            const after = climbStep({ ...climb, entries: await loadEntries(tx, escalationId) })
            nextRung = after.nextOn === null ? null : londonMoment(after.nextOn, ALERTS_FROM)
          }
          const obligation = planned.obligations.find(
            (one) => planned.obligationIds.get(keyOf(one)) === escalation.obligation_id,
          )
          const nextAtOnce =
            obligation === undefined
              ? null
              : await tellImmediately(tx, { escalation, obligation, recipients, today, now: clock.now })
          await createAtOnceMessages(tx, row.id, rules, clock.now)
          const nextMoment = earlier(nextRung, nextAtOnce === null ? null : londonMoment(nextAtOnce, ALERTS_FROM))
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

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b)
