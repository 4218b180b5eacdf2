import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { PolicySchedule } from './policySchedule'

/** What dates are computed from beside the facts. */
export interface Ruling {
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
}
