import type { LocalDate } from '@js-joda/core'
import type { EventKind } from '../chronology/eventKinds'

/** One step of the reason for a date. A value; `sentence` puts it into words. */
export type Step =
  | { readonly step: 'counted-from'; readonly event: EventKind; readonly on: LocalDate }
  | { readonly step: 'first-day-counted' }
  | {
      readonly step: 'working-days-added'
      readonly days: number
      readonly gives: LocalDate
      readonly notCounted: readonly { readonly on: LocalDate; readonly title: string }[]
    }
  | { readonly step: 'days-added'; readonly days: number; readonly gives: LocalDate }
  | { readonly step: 'weeks-added'; readonly weeks: number; readonly gives: LocalDate }
  | { readonly step: 'months-added'; readonly months: number; readonly gives: LocalDate }
  | { readonly step: 'moved-back'; readonly from: LocalDate; readonly to: LocalDate; readonly because: string }
  | { readonly step: 'falls-on'; readonly on: LocalDate; readonly workingDay: boolean }
  | { readonly step: 'holidays-computed'; readonly after: LocalDate }
