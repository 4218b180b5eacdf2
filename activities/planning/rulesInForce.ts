import { englandAndWales } from '../../domain/calendar/englandAndWales'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import type { PolicyPack } from '../../domain/policy/policyPack'

export interface Rules {
  readonly policy: PolicyPack
  readonly calendar: WorkingCalendar
  /** Policy and calendar by name: a plan made under another is made again. */
  readonly version: string
}

/** The rules every case is planned under: the built-in pack and the published calendar. Made once per process. */
export function rulesInForce(): Rules {
  const policy = englandFamilySafeguarding1
  const calendar = englandAndWales()
  return { policy, calendar, version: `${policy.id} ${calendar.version}` }
}
