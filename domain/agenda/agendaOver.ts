import type { LocalDate } from '@js-joda/core'
import { workingDaysAfter } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import { knownOn } from '../chronology/knownOn'
import { rungStep } from '../escalation/ladder'
import { ruleOf, type PolicyPack } from '../policy/policyPack'
import type { Obligation } from '../timeline/obligation'
import { timeline } from '../timeline/timeline'
import type { Lane } from './agendaLine'
import { agendaLines, EVENING } from './agendaLines'

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

/**
 * Every notice that would be written day by day, from one day to another, if nothing else happened: for each day the facts known by then,
 * reminders, first lateness and the rungs above it. What was due before the first day counts as told.
 */
export function agendaOver(
  facts: CaseFacts,
  policy: PolicyPack,
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): readonly PlannedNotice[] {
  const found: PlannedNotice[] = []
  let obligations: readonly Obligation[] = []
  let known = -1
  for (let day = from; !day.isAfter(to); day = day.plusDays(1)) {
    const byThen = knownOn(facts, day)
    // Only a new fact changes the plan: most days have none.
    if (byThen.events.length !== known) {
      known = byThen.events.length
      obligations = timeline(byThen, policy, calendar).obligations
    }
    for (const obligation of obligations)
      if (isOpenOn(obligation, day)) found.push(...noticesOn(obligation, day, policy, calendar))
  }
  return found.sort(inOrder)
}

const isOpenOn = ({ end, notKnownFromImport }: Obligation, day: LocalDate): boolean =>
  !notKnownFromImport && (end.outcome === 'open' || (end.outcome === 'cancelled' && end.on.isAfter(day)))

function noticesOn(
  obligation: Obligation,
  day: LocalDate,
  policy: PolicyPack,
  calendar: WorkingCalendar,
): PlannedNotice[] {
  const { rule, subject, occurrence } = obligation
  const common = { on: day.toString(), rule, subject, occurrence, dueOn: obligation.dueOn.toString() }
  const lines = agendaLines(obligation, EVENING, (on) => on.toEpochDay()).filter((line) => line.on.equals(day))
  const rungs = rungsOf(obligation, policy, calendar).filter((rung) => rung.on.equals(day))
  return [
    ...lines.map((line): PlannedNotice => ({ ...common, lane: line.lane, to: line.to, step: line.step })),
    ...rungs.map((rung): PlannedNotice => ({ ...common, lane: 'at-once', to: rung.to, step: rung.step })),
  ]
}

/** The rungs above the first, each counted from the day the one below it is told. */
function rungsOf(
  obligation: Obligation,
  policy: PolicyPack,
  calendar: WorkingCalendar,
): { on: LocalDate; to: string; step: string }[] {
  const first = obligation.late.find(({ to }) => to.some((role) => role !== 'social-worker'))
  if (first === undefined) return []
  let on = first.on
  return ruleOf(policy, obligation.rule)
    .ladder.slice(1)
    .flatMap((rung, index) => {
      on = workingDaysAfter(rung.afterWorkingDays, on, calendar)
      const told = on
      return [rung.role, ...(rung.beside ?? [])].map((to) => ({ on: told, to, step: rungStep(index + 2, first.step) }))
    })
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inOrder = (a: PlannedNotice, b: PlannedNotice): number =>
  byText(a.on, b.on) ||
  byText(a.rule, b.rule) ||
  byText(a.subject, b.subject) ||
  a.occurrence - b.occurrence ||
  byText(a.step, b.step) ||
  byText(a.to, b.to)
