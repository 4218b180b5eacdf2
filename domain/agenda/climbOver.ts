import type { LocalDate } from '@js-joda/core'
import { earliest } from '../calendar/earliest'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { alertsAnew, type EndedAlert, type StandingAlert } from '../escalation/alertsAnew'
import { climbAlert, type Said } from '../escalation/climbAlert'
import { firstAbove, rungOfStep, rungStep, topRung, type LadderEntry } from '../escalation/ladder'
import { mattersOf, membersOf } from '../escalation/matters'
import type { Telling } from '../escalation/telling'
import { escalationNumbers, goesWithUnder } from '../policy/alertRules'
import { ruleBehind, type PolicySchedule } from '../policy/policySchedule'
import { keyOf, type Obligation } from '../timeline/obligation'

/** An alert that is open, and what it is about. */
interface OpenAlert extends StandingAlert, Said {
  readonly about: readonly Obligation[]
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

/** A telling and the alert that makes it: what leads it, and by which step of that. */
export interface AlertTelling extends Telling {
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
  const standing = new Map(alerts.open.map((alert) => [alert.id, alert]))
  const under = { ruleOf: (one: Obligation) => ruleBehind(policy, one), numbers, calendar, day, from }
  const climbed = [
    ...goesOn.map(({ id, matter }) => ({ id, matter, before: standing.get(id) ?? NOTHING_SAID })),
    ...opens.map(({ matter, rung }, index) => ({
      id: String(alerts.count + index),
      matter,
      before: { ...NOTHING_SAID, entries: carried(rung, day) },
    })),
  ].map(({ id, matter, before }) => ({ id, matter, ...climbAlert(before, matter, under) }))
  const open = climbed.map(({ id, matter, entries, told }): OpenAlert => ({
    ...{ id, entries, told, rung: topRung(entries) },
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
      nextOn: earliest(climbed.map(({ nextOn }) => nextOn)),
    },
    tells: climbed.flatMap(({ id, matter: { leads }, tells }) =>
      tells.map((telling): AlertTelling => {
        const [lead] = leads
        return { ...telling, alert: { id, lead, step: stepOfLead(lead, telling) } }
      }),
    ),
  }
}

const NOTHING_SAID: Said = { entries: [], told: new Set() }

/** An alert that begins where an earlier one stood says so first. */
const carried = (rung: number, on: LocalDate): readonly LadderEntry[] =>
  rung < 2 ? [] : [{ entry: 'carried', rung, on }]

/** What an alert as a whole says by one of its tellings. */
function stepOfLead(lead: Obligation, { obligation, step }: Pick<Telling, 'obligation' | 'step'>): string {
  const rung = rungOfStep(step)
  return rung === undefined || obligation.rule === lead.rule ? step : rungStep(rung, firstAbove(lead)?.step ?? 'late')
}
