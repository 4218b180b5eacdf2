import { englandAndWales } from '../../domain/calendar/englandAndWales'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always, type PolicySchedule } from '../../domain/policy/policySchedule'

export interface Rules {
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  /** Policy and calendar by name: a plan made under another is made again. */
  readonly version: string
}

/** The rules every case is planned under: the built-in pack and the published calendar. Made once per process. */
export function rulesInForce(): Rules {
  const pack = englandFamilySafeguarding1
  const calendar = englandAndWales()
  return { policy: always(pack), calendar, version: `${pack.id} ${calendar.version}` }
}
