import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import { knownOn } from '../chronology/knownOn'
import { inForceBy, type PolicySchedule } from '../policy/policySchedule'
import { keyOf, type Obligation } from '../timeline/obligation'
import { timeline } from '../timeline/timeline'
import { agenda, type Told } from './agenda'
import type { Lane } from './agendaLine'
import { EVENING, type MomentOf } from './agendaLines'
import { climbOver, NO_ALERTS, type AlertTelling } from './climbOver'

/** One notice as contracts.md 3 prints it. */
export interface PlannedNotice {
  readonly on: string
  readonly lane: Lane
  readonly to: string
  readonly rule: string
  readonly subject: string
  readonly occurrence: number
  readonly step: string
  readonly dueOn: string
}

/** The same, with the alert that makes it; null for what the case itself says. */
export interface ToldByAlert extends PlannedNotice {
  readonly alert: AlertTelling['alert'] | null
}

/** Any minute before the evening will do: the days are the same. */
const MORNING = 6 * 60
/** Minutes since 1970 as if every day had the same: only their order counts here. */
const momentOf: MomentOf = (day, minutes) => day.toEpochDay() * 24 * 60 + minutes

/**
 * Every notice that would be written day by day, from one day to another, if nothing else happened: for each day the facts known by then, asked
 * as the planner asks, morning and evening, with what was told so far. What was due before the first day counts as told; with
 * `untold` it is told on that day, as after a first import.
 */
export function noticesOver(
  facts: CaseFacts,
  policy: PolicySchedule,
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
  before: 'told' | 'untold' = 'told',
): readonly ToldByAlert[] {
  const found: ToldByAlert[] = []
  const told: Told[] = []
  let alerts = NO_ALERTS
  let obligations: readonly Obligation[] = []
  let byKey: ReadonlyMap<string, Obligation> = new Map()
  let late: readonly Obligation[] = []
  let climbedFor = late
  let known = -1
  let versions = 0
  let lookAgain: number | null = null
  const firstDay = before === 'told' ? from.minusDays(1) : from
  for (let day = firstDay; !day.isAfter(to); day = day.plusDays(1)) {
    const say = (
      obligation: Obligation,
      lane: Lane,
      role: string,
      step: string,
      alert: ToldByAlert['alert'] = null,
    ): void => {
      const { rule, subject, trigger, part, occurrence } = obligation
      const dueOn = obligation.dueOn.toString()
      told.push({ rule, subject, trigger, part, step, to: role, dueOn })
      if (!day.isBefore(from))
        found.push({ on: day.toString(), lane, to: role, rule, subject, occurrence, step, dueOn, alert })
    }
    const byThen = knownOn(facts, day)
    // Only a new fact, a new version of the rules or a new month (what comes round every month) changes the plan: most days have none.
    const inForce = inForceBy(policy, day)
    const isNew = byThen.events.length !== known || inForce.versions.length !== versions || day.dayOfMonth() === 1
    if (isNew) {
      known = byThen.events.length
      versions = inForce.versions.length
      obligations = timeline(byThen, inForce, calendar).obligations
      byKey = new Map(obligations.map((obligation) => [keyOf(obligation), obligation]))
    }
    for (const minutes of [MORNING, EVENING]) {
      const now = momentOf(day, minutes)
      if ((isNew && minutes === MORNING) || (lookAgain !== null && lookAgain <= now)) {
        const next = agenda({ obligations, told, now, today: day, minute: MORNING, momentOf })
        for (const line of next.write) {
          const obligation = byKey.get(keyOf(line))
          if (obligation !== undefined) say(obligation, line.lane, line.to, line.step)
        }
        late = next.openEscalations
        lookAgain = next.nextMoment
      }
      if (late === climbedFor && (alerts.nextOn === null || day.isBefore(alerts.nextOn))) continue
      climbedFor = late
      const climbed = climbOver({ late, alerts, policy, calendar, day, from: before === 'told' ? from : firstDay })
      alerts = climbed.alerts
      for (const { obligation, role, step, lane, alert } of climbed.tells) say(obligation, lane, role, step, alert)
    }
  }
  return found.sort(inOrder)
}

/** Every notice of a span as contracts.md 3 prints it: `noticesOver` without its alerts. */
export const agendaOver = (...asked: Parameters<typeof noticesOver>): readonly PlannedNotice[] =>
  noticesOver(...asked).map(({ on, lane, to, rule, subject, occurrence, step, dueOn }) => ({
    ...{ on, lane, to, rule, subject, occurrence, step, dueOn },
  }))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inOrder = (a: PlannedNotice, b: PlannedNotice): number =>
  byText(a.on, b.on) ||
  byText(a.rule, b.rule) ||
  byText(a.subject, b.subject) ||
  a.occurrence - b.occurrence ||
  byText(a.step, b.step) ||
  byText(a.to, b.to)
