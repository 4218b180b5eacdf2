import type { LocalDate } from '@js-joda/core'
import { earliest } from '../calendar/earliest'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { EventKind } from '../chronology/eventKinds'
import { rulePart } from '../policy/policyPack'
import { ruleVersions, type PolicySchedule } from '../policy/policySchedule'
import { dueAfter } from '../timeline/dueDate'
import type { Obligation } from '../timeline/obligation'

/** The rule an event starts anew, and the part of it; a rule that is not named starts none. */
const NEXT: Readonly<Record<string, { readonly rule: string; readonly part: string }>> = {
  visit: { rule: 'visit', part: '' },
  'visit-safety-plan': { rule: 'visit-safety-plan', part: '' },
  'cin-visit': { rule: 'cin-visit', part: '' },
  'core-group-first': { rule: 'core-group', part: '' },
  'core-group': { rule: 'core-group', part: '' },
  'review-first': { rule: 'review-next', part: '' },
  'review-next': { rule: 'review-next', part: '' },
  'cin-review': { rule: 'cin-review', part: 'next' },
  'safety-plan-review': { rule: 'safety-plan-review', part: '' },
  'individual-supervision': { rule: 'individual-supervision', part: '' },
}

/** One of several obligations that events of one kind meet, and the day it is expected to be met. */
export interface Awaited {
  readonly obligation: Obligation
  readonly on: LocalDate
}

interface Rolling {
  readonly event: EventKind
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  readonly until: LocalDate
}

/**
 * The days on which events of one kind would be, from the first that is awaited to the end of the forecast: a guess by the intervals of the rules, which
 * `heldAsDue` puts to the timeline and corrects. It only spares asking once for each event.
 */
export function rolledOn(awaited: readonly Awaited[], { event, policy, calendar, until }: Rolling): LocalDate[] {
  let rules = new Map(awaited.map(({ obligation }) => [obligation.rule, obligation]))
  const days: LocalDate[] = []
  let next = earliest(awaited.map(({ on }) => on))
  while (next !== null && !next.isAfter(until)) {
    const at: LocalDate = next
    days.push(at)
    const following = [...rules.values()].flatMap((obligation) => {
      const rolls = NEXT[obligation.rule]
      if (rolls === undefined) return []
      const rule = ruleVersions(policy, rolls.rule).at({ triggerOn: at, end: { outcome: 'open' } })?.rule
      if (rule === undefined) return []
      const part = rule.parts?.some((one) => one.part === rolls.part) === true ? rolls.part : ''
      const dating = rulePart(rule, part)
      if (dating.interval === null) return []
      const { dueOn } = dueAfter(dating, { kind: event, on: at }, calendar)
      const { end } = obligation
      const runs = dueOn.isAfter(at) && (end.outcome !== 'cancelled' || !dueOn.isAfter(end.on))
      return runs ? [{ obligation: { ...obligation, rule: rolls.rule }, on: dueOn }] : []
    })
    rules = new Map(following.map(({ obligation }) => [obligation.rule, obligation]))
    next = earliest(following.map(({ on }) => on))
  }
  return days
}
