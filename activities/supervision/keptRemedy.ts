import { isoDay } from '../../domain/calendar/isoDay'
import type { Days, MoreMinutes, Remedy } from '../../domain/supervision/yearPlan'

/** What would mend a gap as `supervision_gap.remedy` keeps it: days as ISO dates. */
export interface KeptRemedy {
  readonly extraSession: (Omit<Days, 'first' | 'last'> & { readonly first: string; readonly last: string }) | null
  readonly moreMinutes: (Omit<MoreMinutes, 'on'> & { readonly on: string }) | null
}

export const keptRemedy = ({ extraSession: days, moreMinutes: more }: Remedy): KeptRemedy => ({
  extraSession: days === null ? null : { ...days, first: days.first.toString(), last: days.last.toString() },
  moreMinutes: more === null ? null : { ...more, on: more.on.toString() },
})

export const remedyOf = ({ extraSession: days, moreMinutes: more }: KeptRemedy): Remedy => ({
  extraSession: days === null ? null : { ...days, first: isoDay(days.first), last: isoDay(days.last) },
  moreMinutes: more === null ? null : { ...more, on: isoDay(more.on) },
})
