import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from './childHistory'

/** The kinds of event after which somebody else, or nobody, may hold a child. */
export const HOLDING = [
  'referral-received',
  'referral-decided',
  'case-closed',
  'case-reopened',
  'child-left',
  'worker-allocated',
  'worker-ended',
] as const

/** Each day once, in order. */
export const eachDayOnce = (days: readonly LocalDate[]): readonly LocalDate[] =>
  [...new Map(days.map((day) => [day.toString(), day])).values()].sort((a, b) => a.compareTo(b))

/** Who holds a child at the end of each of these days, which are in order: null where nobody does. */
export function holdersOn({ events }: ChildHistory, days: readonly LocalDate[]): ReadonlyMap<LocalDate, string | null> {
  const changes = ofKind(events, 'worker-ended', 'worker-allocated')
  const held = new Map<LocalDate, string | null>()
  let person: string | null = null
  let next = 0
  for (const day of days) {
    for (let event = changes[next]; event !== undefined && !event.on.isAfter(day); event = changes[(next += 1)]) {
      if (event.kind === 'worker-allocated') person = event.data.person
      else if (event.data.person === person) person = null
    }
    held.set(day, person)
  }
  return held
}
