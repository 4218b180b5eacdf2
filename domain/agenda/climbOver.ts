import type { LocalDate } from '@js-joda/core'
import { earliest } from '../calendar/earliest'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { isWorkingDay } from '../calendar/workingDays'
import { alertsAnew, type EndedAlert, type StandingAlert } from '../escalation/alertsAnew'
import { climbAlert, NOTHING_SAID, saidInItsTime, type Said } from '../escalation/climbAlert'
import { firstAbove, rungOfStep, rungStep, topRung, type LadderEntry } from '../escalation/ladder'
import { mattersOf, membersOf } from '../escalation/matters'
import type { Round } from '../escalation/round'
import { speaksAtOnce } from '../escalation/speaksAtOnce'
import { escalationNumbers, goesWithUnder } from '../policy/alertRules'
import { ruleBehind, type PolicySchedule } from '../policy/policySchedule'
import { keyOf, type Obligation } from '../timeline/obligation'
import type { Lane } from './agendaLine'

/** An alert that is open, what it is about, and what it has said. */
interface OpenAlert extends StandingAlert {
  readonly about: readonly Obligation[]
  readonly said: Said
}

/** The alerts of a case on one day. */
export interface Alerts {
  readonly open: readonly OpenAlert[]
  readonly ended: readonly EndedAlert[]
  /** How many there have been: names the next. */
  readonly count: number
  /** While the same is late: the first day on which one of them has anything to say; null at the top of every ladder. */
  readonly nextOn: LocalDate | null
}

export const NO_ALERTS: Alerts = { open: [], ended: [], count: 0, nextOn: null }

interface Climb {
  readonly late: readonly Obligation[]
  readonly alerts: Alerts
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  readonly day: LocalDate
  /** What was late before it counts as told on the day it was late. */
  readonly from: LocalDate
}

/** What is said to one role about one member, and the alert that says it: what leads it, and by which step of that. */
export interface AlertTelling {
  readonly obligation: Obligation
  readonly role: string
  readonly step: string
  readonly lane: Lane
  readonly alert: { readonly id: string; readonly lead: Obligation; readonly step: string }
}

/** Every alert of a case on one day if nobody answers. One whose matter is no longer late is over. */
export function climbOver({ late, alerts, policy, calendar, day, from }: Climb): {
  readonly alerts: Alerts
  readonly tells: readonly AlertTelling[]
} {
  if (late.length === 0 && alerts.open.length === 0) return { alerts: { ...alerts, nextOn: null }, tells: [] }
  const numbers = escalationNumbers(policy)
  const { goesOn, opens, over } = alertsAnew({
    matters: mattersOf(late, goesWithUnder(policy)),
    standing: alerts.open,
    ended: alerts.ended,
    ...{ today: day, calendar, numbers },
  })
  const standing = new Map(alerts.open.map((alert) => [alert.id, alert.said]))
  const under = { ruleOf: (one: Obligation) => ruleBehind(policy, one), numbers, calendar, today: day }
  const climbed = [
    ...goesOn.map(({ id, matter }) => ({ id, matter, before: standing.get(id) ?? NOTHING_SAID })),
    ...opens.map(({ matter, rung }, index) => ({
      id: String(alerts.count + index),
      matter,
      before: { ...NOTHING_SAID, entries: carried(rung, day) },
    })),
  ].map(({ id, matter, before }) => {
    const stood = day.isBefore(from) ? saidInItsTime(before, matter, under) : before
    const speaks = isWorkingDay(day, calendar) || speaksAtOnce(matter.leads[0], under.ruleOf(matter.leads[0]))
    return { id, matter, ...climbAlert(stood, matter, { ...under, speaks }) }
  })
  const open = climbed.map(({ id, matter, said }): OpenAlert => ({
    ...{ id, said, rung: topRung(said.entries) },
    leads: new Set(matter.leads.map(keyOf)),
    members: new Set(membersOf(matter).map(keyOf)),
    about: membersOf(matter),
  }))
  const gone = new Set([...over, ...goesOn.flatMap(({ from: joined }) => joined)])
  const stays = new Map(open.map(({ id, members }) => [id, members]))
  const ended = alerts.open.flatMap(({ id, about, rung }): EndedAlert[] => {
    const left = gone.has(id) ? about : about.filter((one) => stays.get(id)?.has(keyOf(one)) !== true)
    return left.length === 0 ? [] : [{ about: left, rung, endedOn: day }]
  })
  return {
    alerts: {
      open,
      ended: [...alerts.ended, ...ended],
      count: alerts.count + opens.length,
      nextOn: earliest(climbed.flatMap(({ waits, nextOn }) => [waits ? day.plusDays(1) : null, nextOn])),
    },
    tells: climbed.flatMap(({ id, matter, rounds }) => tellings(rounds, { id, lead: matter.leads[0] })),
  }
}

/** Each role and member of some rounds by itself. */
const tellings = (rounds: readonly Round[], { id, lead }: Omit<AlertTelling['alert'], 'step'>): AlertTelling[] =>
  rounds.flatMap(({ roles, steps, lane }) =>
    steps.flatMap(({ obligation, step }) =>
      roles.map((role) => ({
        ...{ obligation, role, step, lane },
        alert: { id, lead, step: stepOfLead(lead, { obligation, step }) },
      })),
    ),
  )

/** An alert that begins where an earlier one stood says so first. */
const carried = (rung: number, on: LocalDate): readonly LadderEntry[] =>
  rung < 2 ? [] : [{ entry: 'carried', rung, on }]

/** What an alert as a whole says by one of its tellings. */
function stepOfLead(lead: Obligation, { obligation, step }: Round['steps'][number]): string {
  const rung = rungOfStep(step)
  return rung === undefined || obligation.rule === lead.rule ? step : rungStep(rung, firstAbove(lead)?.step ?? 'late')
}
