import type { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../../domain/calendar/englandAndWales'
import { planYear } from '../../../domain/supervision/planYear'
import type { TeamCase, YearInput } from '../../../domain/supervision/yearInput'
import type { Session } from '../../../domain/supervision/session'
import type { YearPlan } from '../../../domain/supervision/yearPlan'

export const calendar = englandAndWales()
export const planOf = (input: YearInput): YearPlan => planYear(input, calendar)
export const isWithin = (
  { openFrom, openTo }: Pick<TeamCase, 'openFrom' | 'openTo'>,
  first: LocalDate,
  last: LocalDate,
): boolean => !openFrom.isAfter(last) && (openTo === null || !openTo.isBefore(first))

/** The first days of the months asked for. */
export const monthsOf = ({ from, months }: YearInput): readonly LocalDate[] =>
  Array.from({ length: months }, (_, index) => from.withDayOfMonth(1).plusMonths(index))

export const lastOf = (month: LocalDate): LocalDate => month.plusMonths(1).minusDays(1)
export const isIn = ({ on }: Session, month: LocalDate): boolean => on.withDayOfMonth(1).equals(month)

/** One month as a test sees it, worked out from the input alone: which sessions each case could be in. */
export interface MonthAsked {
  readonly month: LocalDate
  readonly sessions: readonly Session[]
  /** Cases open on any day of the month. */
  readonly refs: readonly string[]
  /** Numbers of the sessions it could be in. */
  readonly could: (ref: string) => readonly number[]
  /** The number of the session it is in, or -1. */
  readonly at: (ref: string) => number
}

/** The months of a plan without an earlier one, or with one that has nothing before `from`. */
export function monthsAsked(input: YearInput, plan: YearPlan): readonly MonthAsked[] {
  return monthsOf(input).map((month) => {
    const sessions = plan.sessions.filter((one) => isIn(one, month) && !one.on.isBefore(input.from))
    const open = input.teams.flatMap(({ id, cases }) =>
      cases.filter((one) => isWithin(one, month, lastOf(month))).map((one) => ({ team: id, ...one })),
    )
    const could = new Map<string, readonly number[]>()
    for (const ref of new Set(open.map((one) => one.ref)))
      could.set(
        ref,
        sessions.flatMap(({ team, on }, number) =>
          open.some((one) => one.ref === ref && one.team === team && isWithin(one, on, on)) ? [number] : [],
        ),
      )
    return {
      ...{ month, sessions, refs: [...could.keys()] },
      could: (ref) => could.get(ref) ?? [],
      at: (ref) => sessions.findIndex(({ cases }) => cases.includes(ref)),
    }
  })
}
