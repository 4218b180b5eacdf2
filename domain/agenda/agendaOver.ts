import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import { knownOn } from '../chronology/knownOn'
import { inForceBy, ruleBehind, type PolicySchedule } from '../policy/policySchedule'
import { keyOf, type Obligation } from '../timeline/obligation'
import { timeline } from '../timeline/timeline'
import { agenda, type Told } from './agenda'
import type { Lane } from './agendaLine'
import { EVENING, type MomentOf } from './agendaLines'
import { climbOver, type Climbing } from './climbOver'

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

/** Any minute before the evening will do: the days are the same. */
const MORNING = 6 * 60
/** Minutes since 1970 as if every day had the same: only their order counts here. */
const momentOf: MomentOf = (day, minutes) => day.toEpochDay() * 24 * 60 + minutes

/**
 * Every notice that would be written day by day, from one day to another, if nothing else happened: for each day the facts known by then, asked
 * as the planner asks, morning and evening, with what was told so far. What was due before the first day counts as told.
 */
export function agendaOver(
  facts: CaseFacts,
  policy: PolicySchedule,
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): readonly PlannedNotice[] {
  const found: PlannedNotice[] = []
  const told: Told[] = []
  let climbing: ReadonlyMap<string, Climbing> = new Map()
  let obligations: readonly Obligation[] = []
  let late: readonly Obligation[] = []
  let known = -1
  let versions = 0
  let lookAgain: number | null = null
  for (let day = from.minusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
    const say = (obligation: Obligation, lane: Lane, role: string, step: string): void => {
      const { rule, subject, trigger, part, occurrence } = obligation
      const dueOn = obligation.dueOn.toString()
      told.push({ rule, subject, trigger, part, step, to: role, dueOn })
      if (!day.isBefore(from))
        found.push({ on: day.toString(), lane, to: role, rule, subject, occurrence, step, dueOn })
    }
    const byThen = knownOn(facts, day)
    // Only a new fact, a new version of the rules or a new month (what comes round every month) changes the plan: most days have none.
    const inForce = inForceBy(policy, day)
    const isNew = byThen.events.length !== known || inForce.versions.length !== versions || day.dayOfMonth() === 1
    if (isNew) {
      known = byThen.events.length
      versions = inForce.versions.length
      obligations = timeline(byThen, inForce, calendar).obligations
    }
    const byKey = new Map(obligations.map((obligation) => [keyOf(obligation), obligation]))
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
      const climbed = climbOver({
        late,
        climbing,
        ladderOf: (matter) => ruleBehind(policy, matter).ladder,
        calendar,
        day,
        from,
      })
      climbing = climbed.climbing
      for (const { obligation, role, step } of climbed.tells) say(obligation, 'at-once', role, step)
    }
  }
  return found.sort(inOrder)
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inOrder = (a: PlannedNotice, b: PlannedNotice): number =>
  byText(a.on, b.on) ||
  byText(a.rule, b.rule) ||
  byText(a.subject, b.subject) ||
  a.occurrence - b.occurrence ||
  byText(a.step, b.step) ||
  byText(a.to, b.to)
