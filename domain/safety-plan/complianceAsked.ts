import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { lastWorkingDayUpTo } from '../calendar/workingDays'
import { ruleBehind, type PolicySchedule } from '../policy/policySchedule'
import { minus } from '../timeline/dueDate'
import type { Obligation } from '../timeline/obligation'

/** The day on which social care is asked whether a caution is complied with: the furthest reminder of its rule, on a working day. Null where the rule has none. */
export const complianceAsked =
  (policy: PolicySchedule, calendar: WorkingCalendar) =>
  (due: Obligation): LocalDate | null => {
    const [furthest] = ruleBehind(policy, due)
      .reminders.flatMap(({ back }) => (back === undefined ? [] : [minus(back, due.dueOn, calendar)]))
      .sort((a, b) => a.compareTo(b))
    return furthest === undefined ? null : lastWorkingDayUpTo(furthest, calendar)
  }
