import type { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always, inForceBy, type PolicySchedule } from '../../domain/policy/policySchedule'
import { ENGINE_NAME } from './engine'

/** What a plan is made under. */
export interface Rules {
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  /** Engine, policy and calendar by name: a plan made under another is made again. */
  readonly version: string
}

/** The built-in pack, always in force, and the published calendar: what stands where nobody has added anything. */
export const builtInRules = (): Rules => named(always(englandFamilySafeguarding1), englandAndWales())

/** The rules in force on a day. Their name says which, from when, and with which one-off holidays: it changes by itself on the day a version comes into force. */
export const rulesOn = (schedule: PolicySchedule, calendar: WorkingCalendar, day: LocalDate): Rules =>
  named(inForceBy(schedule, day), calendar)

/** The one-off holidays, ISO dates, that rules of this name knew. */
export const oneOffDaysIn = (version: string): readonly string[] => /\+([\d,-]+)$/.exec(version)?.[1]?.split(',') ?? []

const named = (policy: PolicySchedule, calendar: WorkingCalendar): Rules => ({
  policy,
  calendar,
  version: [
    ENGINE_NAME,
    ...policy.versions.map(({ pack, from, appliesToOpenWork }) =>
      [pack.id, ...(from === null ? [] : [from.toString()]), ...(appliesToOpenWork ? ['open-work'] : [])].join('/'),
    ),
    calendar.version,
  ].join(' '),
})
