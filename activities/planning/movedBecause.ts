import { isoDay } from '../../domain/calendar/isoDay'
import { versionNamed } from '../../domain/policy/policySchedule'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Obligation } from '../../domain/timeline/obligation'
import { datesOtherwise } from './datesOtherwise'
import { isOfThisEngine } from './engine'
import type { CaseRow } from './lockCase'
import { oneOffDaysIn, type Rules } from './rules'
import type { ObligationRow } from './saveObligations'

interface Planned {
  /** The case as its last plan left it. */
  readonly row: Pick<CaseRow, 'facts_version' | 'planned_version' | 'rules_version'>
  /** The obligation as its last plan left it. */
  readonly before: Pick<ObligationRow, 'due_on' | 'trigger_on' | 'policy' | 'moved_because'> | undefined
  readonly rules: Rules
}

/**
 * Why a due date is another than it was, where what it counts from has another day, or new rules or a new holiday moved it: for the list, the mails and the log of the case. Kept
 * while the date stays; null for a date that never moved, or that may have been moved by other facts, which stand in the chronology, or by a program that
 * computes otherwise.
 */
export function movedBecause(obligation: Obligation, { row, before, rules }: Planned): string | null {
  const dueOn = obligation.dueOn.toString()
  if (before === undefined) return null
  if (before.due_on === dueOn) return before.moved_because
  const moved = `moved from ${govukDate(isoDay(before.due_on))}`
  // The same event, by its key, on another day.
  if (before.trigger_on !== obligation.triggerOn.toString())
    return `${moved}: it counts from ${govukDate(obligation.triggerOn)} now, and no longer from ${govukDate(isoDay(before.trigger_on))}`
  if (row.facts_version !== row.planned_version || !isOfThisEngine(row.rules_version)) return null
  if (
    before.policy !== obligation.policy &&
    datesOtherwise(rules.policy, obligation.rule, [before.policy, obligation.policy])
  ) {
    const from = versionNamed(rules.policy, obligation.policy)?.from ?? null
    return `${moved} by the rules ${obligation.policy}${from === null ? '' : `, in force from ${govukDate(from)}`}`
  }
  const added = newDays(row.rules_version, rules)
  if (added.length === 0) return null
  const days = nearest(added, obligation).map(([day, title]) => `${govukDate(isoDay(day))}, ${title}`)
  return `${moved} because of a bank holiday that was added: ${days.join('; ')}`
}

type Day = ReturnType<typeof newDays>[number]

/** One-off holidays the last plan did not know. */
function newDays(rulesBefore: string, { calendar, version }: Rules) {
  const known = oneOffDaysIn(rulesBefore)
  return oneOffDaysIn(version)
    .filter((day) => !known.includes(day))
    .map((day) => [day, calendar.holidays.get(day) ?? ''] as const)
}

/** Of several, those between the trigger and the last lawful day, where there are any: a date counted back from a meeting has its holidays behind it. */
function nearest(days: readonly Day[], { triggerOn, limitOn }: Obligation): readonly Day[] {
  const between = days.filter(([day]) => day >= triggerOn.toString() && day <= limitOn.toString())
  return between.length === 0 ? days : between
}
