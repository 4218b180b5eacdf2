import type { LocalDate } from '@js-joda/core'

/** The first of each day: two records of one meeting, or two visits on one day, are one, and the next has to be on a later day. In order of date. */
export const onePerDay = <E extends { readonly on: LocalDate }>(events: readonly E[]): readonly E[] =>
  events.filter(({ on }, index) => index === 0 || events[index - 1]?.on.isBefore(on) === true)
