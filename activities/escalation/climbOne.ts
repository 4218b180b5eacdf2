import type { LocalDate } from '@js-joda/core'
import { londonMoment } from '../../domain/calendar/london'
import { alertWindow } from '../../domain/escalation/alertWindow'
import { climbStep, firstAbove, rungStep, topRung } from '../../domain/escalation/ladder'
import type { Role } from '../../domain/access/role'
import { isToldApart, toldLater } from '../../domain/escalation/toldLater'
import { escalationNumbers, tellsAtOnce } from '../../domain/policy/alertRules'
import { ruleBehind } from '../../domain/policy/policySchedule'
import { keyOf, type Obligation } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import type { PlannedCase } from '../planning/planCase'
import { retellUndelivered } from '../undelivered/retellUndelivered'
import type { AlertMember } from './alertMembers'
import { alertSoFar } from './alertSoFar'
import type { EscalationRow } from './lockEscalation'
import { tellImmediately } from './tellImmediately'
import { tellRung } from './tellRung'

/** Alerts leave from 08:00 London. */
const ALERTS_FROM = 8 * 60

interface Climbing {
  readonly planned: PlannedCase
  readonly escalation: EscalationRow
  readonly today: LocalDate
}

/** A member with its obligation as it was just planned. */
interface Spoken {
  readonly member: AlertMember
  readonly obligation: Obligation
}

/**
 * Tells what is due on an open alert now: the next person where a mail did not arrive, the next rung, what came to it since its rungs spoke, and what is told at once on any day. Safe to do twice. Answers the
 * next moment at which something is due, epoch milliseconds; null at the top.
 */
export async function climbOne(tx: Transaction, { planned, escalation, today }: Climbing): Promise<number | null> {
  const { clock, recipients, rules } = planned
  const { now } = clock
  const { ladder, ...rule } = ruleBehind(rules.policy, escalation)
  const opens = tellsAtOnce(rule) ? now : alertWindow(now, rules.calendar)
  const retellAt = await retellUndelivered(tx, { escalation, recipients, opens, now })
  const soFar = await alertSoFar(tx, escalation.id)
  const byId = new Map(planned.obligations.map((one) => [planned.obligationIds.get(keyOf(one)), one]))
  const members = soFar.members.flatMap((member): Spoken[] => {
    const obligation = byId.get(member.obligation_id)
    return obligation === undefined ? [] : [{ member, obligation }]
  })
  const leads = members.filter(({ member }) => member.leads)
  const newcomers = members.filter(({ member }) => !soFar.told.has(member.obligation_id))
  const spoken = ladder.slice(0, topRung(soFar.entries))
  const climb = { ladder, today, calendar: rules.calendar, numbers: escalationNumbers(rules.policy) }
  const telling = { escalation, recipients, on: today, now }
  let { entries } = soFar
  let nextRung: number | null = null
  for (;;) {
    const { tell, nextOn } = climbStep({ ...climb, entries })
    nextRung = tell !== null ? opens : nextOn === null ? null : londonMoment(nextOn, ALERTS_FROM)
    if (tell === null || opens > now) break
    const steps = members.map(({ member, obligation }) => ({ member, step: stepOn(obligation, tell.rung) }))
    await tellRung(tx, { ...telling, tell: { ...tell, steps } })
    entries = [...entries, { entry: 'told', rung: tell.rung, on: today }]
  }
  const matter = { leads: leads.map(({ obligation }) => obligation) as [Obligation, ...Obligation[]], evidence: [] }
  for (const { member, obligation } of newcomers) {
    const immediate = tellsAtOnce(ruleBehind(rules.policy, member))
    if (!isToldApart({ immediate, speaks: opens <= now, hasSpoken: spoken.length > 0 })) continue
    for (const { role, step, lane, rung } of toldLater(obligation, matter, { ladder: spoken, immediate }))
      await tellRung(tx, {
        ...telling,
        tell: {
          rung: null,
          roles: [role as Role],
          steps: [{ member, step }],
          lane,
          ...(rung === undefined ? {} : { insteadOf: rung }),
        },
      })
  }
  const nextAtOnce = await tellImmediately(tx, { escalation, leads, recipients, today, now })
  return earliest([
    nextRung,
    retellAt,
    spoken.length > 0 && newcomers.length > 0 && opens > now ? opens : null,
    nextAtOnce === null ? null : londonMoment(nextAtOnce, ALERTS_FROM),
  ])
}

const stepOn = (obligation: Obligation, rung: number): string => rungStep(rung, firstAbove(obligation)?.step ?? 'late')

const earliest = (moments: readonly (number | null)[]): number | null =>
  moments.reduce<number | null>((first, at) => (at === null || (first !== null && first <= at) ? first : at), null)
