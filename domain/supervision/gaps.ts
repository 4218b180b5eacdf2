import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { isWorkingDay } from '../calendar/workingDays'
import { notHeldOn } from './diary'
import type { Draft } from './draft'
import type { GroundMonth } from './ground'
import { monthName } from './monthName'
import { moreMinutes } from './moreMinutes'
import { NOWHERE } from './placing'
import { isOpenBetween, isOpenOn, type Stay } from './stay'
import type { Team } from './yearInput'
import type { Days, Gap, GapReason } from './yearPlan'

export interface Asked {
  readonly teams: readonly Team[]
  readonly from: LocalDate
  readonly calendar: WorkingCalendar
}

/** Every case-month without a slot, with the reason and the least that would mend it. */
export function gapsOf(draft: Draft, asked: Asked): readonly Gap[] {
  const { months, cases } = draft.ground
  return months.flatMap((month, index) => {
    const minutes = moreMinutes(draft, index)
    return cases.flatMap(({ ref, stays, months: its }, one): readonly Gap[] => {
      if (its[index]?.needed !== true || draft.at(index, one) !== NOWHERE) return []
      const stay = stays.findLast((each) => isOpenBetween(each, month.first.toEpochDay(), month.last.toEpochDay()))
      if (stay === undefined) return []
      const why = reasonOf(stay, month, asked, minutes.get(one) ?? null)
      return [{ team: stay.team, case: ref, month: monthName(month.first), why }]
    })
  })
}

function reasonOf(
  stay: Stay,
  month: GroundMonth,
  asked: Asked,
  more: ReturnType<ReturnType<typeof moreMinutes>['get']> | null,
): GapReason {
  const { from } = asked
  if (stay.openTo?.isBefore(from) === true) return { gap: 'closed-before', closedOn: stay.openTo, from }
  const remedy = { extraSession: extraSession(stay, month, asked), moreMinutes: more ?? null }
  if (more != null) return { gap: 'full', month: month.first, remedy }
  const skipped = (month.skipped.get(stay.team) ?? []).filter(({ on }) => isOpenOn(stay, on))
  return { gap: 'no-session', team: stay.team, days: openDays(stay, month, from), skipped, remedy }
}

/** The days of a month from `from` on which a case is open. */
function openDays({ openFrom, openTo }: Stay, { first, last }: GroundMonth, from: LocalDate): Days {
  const begins = [first, from, openFrom].reduce((latest, day) => (day.isAfter(latest) ? day : latest))
  const ends = openTo?.isBefore(last) === true ? openTo : last
  return { first: begins, last: ends, whole: begins.equals(first) && ends.equals(last) }
}

/** The working days on which a session could be held that the case could be in; `whole` where they are all the month has. */
function extraSession(stay: Stay, month: GroundMonth, { teams, from, calendar }: Asked): Days | null {
  const team = teams.find(({ id }) => id === stay.team) ?? { closedDates: [] }
  const days = Array.from({ length: month.last.dayOfMonth() }, (_, index) => month.first.plusDays(index)).filter(
    (day) => isWorkingDay(day, calendar) && notHeldOn(day, team, calendar) === undefined,
  )
  const could = days.filter((day) => !day.isBefore(from) && isOpenOn(stay, day))
  const [first, last] = [could[0], could.at(-1)]
  return first === undefined || last === undefined ? null : { first, last, whole: could.length === days.length }
}
