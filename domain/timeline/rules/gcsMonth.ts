import type { LocalDate } from '@js-joda/core'
import { YearMonth } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { lastWorkingDayUpTo } from '../../calendar/workingDays'
import { ofKind, type End } from '../../chronology/childHistory'
import { familySafeguardingStays, supervisedStays, type Stay } from '../../chronology/familySafeguarding'
import type { Rule } from '../../policy/policyPack'
import { buildObligation, type Drafted } from '../buildObligation'
import { rolled, type DueDate } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { CaseRuleInput } from '../ruleInput'

/**
 * Group case supervision: for every month in which the case is open in a Family Safeguarding team on any day (one to which it was transferred, or that holds group supervision), a discussion by the month's last working day. `2027-03` is
 * its trigger. Months are known up to the one after the day the facts were known on: whoever asks in a month finds the next moment of the month after, and
 * a case of which nothing is heard is never without one. A month without a discussion is met late by the next one, and stays late until then.
 */
export function gcsMonth({ children, all, knownOn, rules, calendar, liveSince, supervised }: CaseRuleInput): Drafted[] {
  const stays = children
    .flatMap(({ history }) => [...familySafeguardingStays(history), ...supervisedStays(history, supervised)])
    .sort((a, b) => a.from.compareTo(b.from))
  const discussed = ofKind(all, 'discussed-in-supervision')
  return monthsOf(stays, knownOn).flatMap((month) => {
    const during = stays.filter((stay) => isDuring(stay, month))
    const [stay] = during
    if (stay === undefined) return []
    const first = month.atDay(1)
    const met = discussed.find(({ on }) => !on.isBefore(first))
    const on = stay.from.isAfter(first) ? stay.from : first
    return buildObligation(
      {
        rules,
        subject: 'case',
        trigger: { first: month.toString(), kind: stay.began.kind, on },
        end: outcomeOf(met, lastEnd(during)),
        liveSince,
        due: (rule) => monthDue(rule, stay, { month, on, calendar }),
      },
      calendar,
    )
  })
}

/** Every month from the first day to the month after the one that is known. */
function monthsOf([first]: readonly Stay[], knownOn: LocalDate | null): readonly YearMonth[] {
  if (first === undefined || knownOn === null) return []
  const last = YearMonth.from(knownOn).plusMonths(1)
  const months: YearMonth[] = []
  for (let month = YearMonth.from(first.from); !month.isAfter(last); month = month.plusMonths(1)) months.push(month)
  return months
}

const isDuring = ({ from, end }: Stay, month: YearMonth): boolean =>
  !from.isAfter(month.atEndOfMonth()) && (end === null || !end.on.isBefore(month.atDay(1)))

/** The end of the last of these stays to end; none while one of them runs. */
const lastEnd = (stays: readonly Stay[]): End | null =>
  stays
    .map(({ end }) => end)
    .reduce((last, end) => (last === null || end === null ? null : end.on.isAfter(last.on) ? end : last))

interface Month {
  readonly month: YearMonth
  /** The first day of it on which the case was in the team. */
  readonly on: LocalDate
  readonly calendar: WorkingCalendar
}

/** The last working day of the month; for a case that came after it, the day it came. */
function monthDue(rule: Rule, { began }: Stay, { month, on, calendar }: Month): DueDate {
  const last = lastWorkingDayUpTo(month.atEndOfMonth(), calendar)
  const limitOn = last.isBefore(on) ? on : last
  return rolled(rule, { limitOn, notBefore: on, calendar }, [
    { step: 'counted-from', event: began.kind, on: began.on },
    { step: 'last-working-day-of-month', on: last },
    ...(limitOn.equals(last) ? [] : [{ step: 'not-before-trigger' as const, on: limitOn }]),
  ])
}
