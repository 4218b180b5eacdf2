import type { LocalDate } from '@js-joda/core'
import { lastWorkingDayUpTo, nextWorkingDayFrom, workingDaysAfter, workingDaysBefore } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { isImmediate, rulePart, type LateRule, type ReminderRule, type Rule } from '../policy/policyPack'
import { tellsAtOnce } from '../policy/alertRules'
import type { RuleVersions } from '../policy/policySchedule'
import { dueAfter, minus, plus, type DueDate, type Trigger } from './dueDate'
import type { LateStep, Obligation, Outcome, Reminder } from './obligation'

/** An obligation before it is counted among its like. */
export type Drafted = Omit<Obligation, 'occurrence'>

export interface Draft {
  readonly rules: RuleVersions
  readonly subject: string
  readonly part?: string
  /** The event it runs from: `first` names it for ever. */
  readonly trigger: Trigger & { readonly first: string }
  /** `end-of-day` where it runs from what was so at the end of the trigger's day: nobody is reminded before that. */
  readonly runsFrom?: 'event' | 'end-of-day'
  readonly bookedFor?: LocalDate | null
  readonly end: Outcome
  readonly liveSince: LocalDate | null
  /** How the rule in force dates it, where that is not its interval counted on from the trigger. */
  readonly due?: (rule: Rule) => DueDate
}

/**
 * One obligation with its due date, its reasons and the days on which somebody is told, under the version of the rule that it follows; none where
 * that version has no such rule.
 */
export function buildObligation(draft: Draft, calendar: WorkingCalendar): Drafted[] {
  const { rules, subject, part = '', trigger, runsFrom = 'event', bookedFor = null, end, liveSince } = draft
  const version = rules.at({ triggerOn: trigger.on, end })
  if (version === undefined) return []
  const rule = rulePart(version.rule, part)
  const { dueOn, limitOn, explanation } = draft.due?.(rule) ?? dueAfter(rule, trigger, calendar)
  // What is counted back from a booking is due before the day booked, and never beyond it.
  const isBeyond = rule.interval?.before !== true && bookedFor?.isAfter(limitOn) === true
  const about = { dueOn, triggerOn: trigger.on, bookedInTime: isBeyond ? null : bookedFor }
  return [
    {
      rule: rule.id,
      kind: rule.kind,
      subject,
      trigger: trigger.first,
      part,
      triggerOn: trigger.on,
      dueOn,
      limitOn,
      bookedFor,
      end,
      reminders: rule.reminders.flatMap((reminder) =>
        remind(reminder, about, calendar).map((one) => ({
          ...one,
          at: runsFrom === 'end-of-day' && one.on.equals(trigger.on) ? ('evening' as const) : ('morning' as const),
        })),
      ),
      late: rule.late.map((late) => lateStep(late, { ...about, waits: !tellsAtOnce(rule) }, calendar)),
      lateUnit: rule.lateUnit,
      notKnownFromImport:
        end.outcome !== 'met' && !rule.carriedBySource && liveSince !== null && dueOn.isBefore(liveSince),
      policy: version.policy,
      explanation:
        isBeyond && end.outcome !== 'met'
          ? [...explanation, { step: 'booked-beyond', on: bookedFor, limitOn }]
          : explanation,
    },
  ]
}

interface Around {
  readonly dueOn: LocalDate
  readonly triggerOn: LocalDate
  readonly bookedInTime: LocalDate | null
}

/**
 * Counted back from the due date, to the working day before; left out before the trigger's day, and about a booking once there is one from that day to the last lawful one: a day
 * booked that has passed is none, and one beyond the limit leaves it unbooked in time.
 */
function remind(
  { step, back, to }: ReminderRule,
  { dueOn, triggerOn, bookedInTime }: Around,
  calendar: WorkingCalendar,
): Omit<Reminder, 'at'>[] {
  if (back === undefined) return [{ step, on: triggerOn, to }]
  const counted = minus(back, dueOn, calendar)
  if (counted.isBefore(triggerOn)) return []
  // One on the trigger's own day is kept, even when that is no working day.
  const workingDay = lastWorkingDayUpTo(counted, calendar)
  const on = workingDay.isBefore(triggerOn) ? triggerOn : workingDay
  if (step.startsWith('book-') && bookedInTime?.isBefore(on) === false) return []
  return [{ step, on, to }]
}

/** Lateness counts on from the due date; 0 is after 17:00 of it; a day that is no working day becomes the next one (`waits`), except where the rule says at once. */
function lateStep(
  late: LateRule,
  { dueOn, triggerOn, waits }: Around & { readonly waits: boolean },
  calendar: WorkingCalendar,
): LateStep {
  const { step, to } = late
  if (isImmediate(late)) {
    const on = plus(late.afterTrigger, triggerOn, calendar)
    return { step, on: on.isAfter(dueOn) ? on : dueOn.plusDays(1), at: 'at-once', to }
  }
  const { afterWorkingDays } = late
  if (afterWorkingDays > 0) return { step, on: workingDaysAfter(afterWorkingDays, dueOn, calendar), at: 'morning', to }
  if (afterWorkingDays < 0) {
    // Nobody is told before the day it runs from.
    const on = workingDaysBefore(-afterWorkingDays, dueOn, calendar)
    return { step, on: on.isBefore(triggerOn) ? nextWorkingDayFrom(triggerOn, calendar) : on, at: 'morning', to }
  }
  const on = waits ? nextWorkingDayFrom(dueOn, calendar) : dueOn
  return { step, on, at: on.equals(dueOn) ? 'evening' : 'morning', to }
}
