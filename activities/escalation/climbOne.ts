import type { LocalDate } from '@js-joda/core'
import { londonMoment } from '../../domain/calendar/london'
import { alertWindow } from '../../domain/escalation/alertWindow'
import { climbAlert } from '../../domain/escalation/climbAlert'
import type { Matter } from '../../domain/escalation/matters'
import type { Round } from '../../domain/escalation/round'
import { speaksAtOnce } from '../../domain/escalation/speaksAtOnce'
import { escalationNumbers } from '../../domain/policy/alertRules'
import { ruleBehind } from '../../domain/policy/policySchedule'
import { keyOf, type Obligation } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import type { PlannedCase } from '../planning/planCase'
import { retellUndelivered } from '../undelivered/retellUndelivered'
import type { AlertMember } from './alertMembers'
import { alertSoFar } from './alertSoFar'
import type { EscalationRow } from './lockEscalation'
import { saidSoFar } from './saidSoFar'
import { spokenOf, type Spoken } from './spoken'
import { tellRung, type Tell } from './tellRung'
import { withoutLeavers } from './withoutLeavers'

/** Alerts leave from 08:00 London. */
const ALERTS_FROM = 8 * 60

interface Climbing {
  readonly planned: PlannedCase
  readonly escalation: EscalationRow
  readonly today: LocalDate
}

/**
 * Tells what is due on an open alert now: the next person where a mail did not arrive, and what the alert has to say (`climbAlert`). Safe to do twice.
 * Answers the next moment at which something is due, epoch milliseconds; null at the top.
 */
export async function climbOne(tx: Transaction, { planned, escalation, today }: Climbing): Promise<number | null> {
  const { clock, recipients, rules } = planned
  const { now } = clock
  const lead = leadOf(planned, escalation)
  const isAtOnce = speaksAtOnce({ explanation: lead?.explanation ?? [] }, ruleBehind(rules.policy, escalation))
  const opens = isAtOnce ? now : alertWindow(now, rules.calendar)
  const retellAt = await retellUndelivered(tx, { escalation, recipients, opens, now })
  const soFar = await withoutLeavers(tx, await alertSoFar(tx, escalation.id, today), { escalation, today, now })
  const members = spokenOf(planned, soFar.members)
  const { rounds, waits, nextOn } = climbAlert(saidSoFar(soFar, members), matterOf(members, escalation.id), {
    ruleOf: (one) => ruleBehind(rules.policy, one),
    numbers: escalationNumbers(rules.policy),
    ...{ calendar: rules.calendar, today, speaks: opens <= now },
  })
  const memberOf = new Map(members.map(({ obligation, member }) => [obligation, member]))
  for (const round of rounds)
    await tellRung(tx, { escalation, tell: tellOf(round, memberOf), recipients, on: today, now })
  return earliest([waits ? opens : null, nextOn === null ? null : londonMoment(nextOn, ALERTS_FROM), retellAt])
}

/** What an alert was opened about, as it was just planned; undefined where that is no longer so. */
const leadOf = (
  { obligations, obligationIds }: PlannedCase,
  { obligation_id }: EscalationRow,
): Obligation | undefined => obligations.find((one) => obligationIds.get(keyOf(one)) === obligation_id)

/** The matter of an alert, what leads it first. Throws where nothing leads it: an alert is closed when its last lead leaves. */
function matterOf(members: readonly Spoken[], escalationId: string): Matter {
  const [first, ...others] = members.filter(({ member }) => member.leads).map(({ obligation }) => obligation)
  if (first === undefined)
    throw new Error(
      `Nothing leads the open alert ${escalationId}. Run "caseclock reconcile --once" and look at its case.`,
    )
  const evidence = members.filter(({ member }) => !member.leads).map(({ obligation }) => obligation)
  return { leads: [first, ...others], evidence }
}

const tellOf = ({ steps, ...round }: Round, memberOf: ReadonlyMap<Obligation, AlertMember>): Tell => ({
  ...round,
  steps: steps.flatMap(({ obligation, step }) => {
    const member = memberOf.get(obligation)
    return member === undefined ? [] : [{ member, step }]
  }),
})

const earliest = (moments: readonly (number | null)[]): number | null =>
  moments.reduce<number | null>((first, at) => (at === null || (first !== null && first <= at) ? first : at), null)
