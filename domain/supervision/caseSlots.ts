import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { monthOfSessions, type NotHeld } from './diary'
import { isBadlySpaced } from './draft'
import { mostOften } from './habit'
import { monthName } from './monthName'
import { dayOfPlace, placeKey, placeOf, placeOfKey } from './place'
import type { Session } from './session'
import { isOpenBetween, isOpenOn, stayOf, type Stay } from './stay'
import type { YearInput } from './yearInput'
import type { GapReason, MoveReason, YearPlan } from './yearPlan'

/** Why a case is not at its place of the month. */
export type AwayReason =
  | { readonly away: 'not-held'; readonly because: NotHeld }
  | { readonly away: 'no-session' }
  | { readonly away: 'not-open' }
  | { readonly away: 'badly-spaced'; readonly days: number }
  | { readonly away: 'full' }
  | { readonly away: 'even-loads' }

export type SlotReason =
  | { readonly slot: 'held' }
  | { readonly slot: 'as-before' }
  | { readonly slot: 'moved'; readonly why: MoveReason }
  | { readonly slot: 'first' }
  | { readonly slot: 'its-place'; readonly place: number; readonly asked: boolean }
  | { readonly slot: 'away'; readonly place: number; readonly asked: boolean; readonly why: AwayReason }

/** One month of a case. `month`: its first day. */
export type CaseSlot =
  | {
      readonly month: LocalDate
      readonly is: 'slot'
      readonly session: Session
      readonly why: SlotReason
      readonly spacing: Spacing | null
    }
  | { readonly month: LocalDate; readonly is: 'gap'; readonly team: string; readonly why: GapReason }
  | { readonly month: LocalDate; readonly is: 'not-open' }

/** Calendar days since the discussion before. */
export interface Spacing {
  readonly days: number
  /** Null where they are as many as they should be; else whether a session of the month would have been better spaced. */
  readonly bad: 'no-better-session' | 'others-need-them' | null
}

/** A case's year: its slot in every month with the reason of its place, or why it has none. Undefined for a case in no team. */
export function caseSlots(
  ref: string,
  input: YearInput,
  plan: YearPlan,
  calendar: WorkingCalendar,
): readonly CaseSlot[] | undefined {
  const stays = input.teams.flatMap(({ id, cases }) =>
    cases.filter((one) => one.ref === ref).map((one) => stayOf(id, one)),
  )
  if (stays.length === 0) return undefined
  const first = input.from.withDayOfMonth(1)
  const its = [...earlierOnes(ref, input, plan), ...plan.sessions.filter(({ cases }) => cases.includes(ref))]
  return Array.from({ length: input.months }, (_, index): CaseSlot => {
    const month = first.plusMonths(index)
    const session = its.find(({ on }) => monthName(on) === monthName(month))
    if (session !== undefined) {
      const before = its.filter(({ on }) => on.isBefore(session.on))
      const seen: Seen = { ref, session, before, stays, month }
      return {
        month,
        is: 'slot',
        session,
        why: slotReason(seen, input, plan, calendar),
        spacing: spacingOf(seen, plan),
      }
    }
    const gap = plan.gaps.find((one) => one.case === ref && one.month === monthName(month))
    return gap === undefined ? { month, is: 'not-open' } : { month, is: 'gap', team: gap.team, why: gap.why }
  })
}

interface Seen {
  readonly ref: string
  readonly session: Session
  /** Its sessions before this one, by day. */
  readonly before: readonly Session[]
  readonly stays: readonly Stay[]
  readonly month: LocalDate
}

/** What was held too long ago to be in the plan. */
function earlierOnes(ref: string, { existing, from }: YearInput, { sessions }: YearPlan): readonly Session[] {
  const known = new Set(sessions.map(({ id }) => id))
  return existing
    .filter(({ id, on, cases }) => on.isBefore(from) && cases.includes(ref) && !known.has(id))
    .sort((a, b) => a.on.compareTo(b.on))
}

function slotReason(seen: Seen, input: YearInput, plan: YearPlan, calendar: WorkingCalendar): SlotReason {
  const { ref, session, before, stays, month } = seen
  if (session.on.isBefore(input.from)) return { slot: 'held' }
  const moved = plan.moved.find((one) => one.case === ref && one.month === monthName(month))
  if (moved !== undefined) return { slot: 'moved', why: moved.why }
  const was = input.existing.find(
    ({ on, cases }) => !on.isBefore(input.from) && monthName(on) === monthName(month) && cases.includes(ref),
  )
  if (was !== undefined) return { slot: 'as-before' }
  const asked = stays.find((stay) => stay.team === session.team && isOpenOn(stay, session.on))?.asked
  const place = asked ?? mostOften(before.map(({ on }) => placeKey(placeOf(on))))
  if (place === undefined) return { slot: 'first' }
  const about = { place, asked: asked !== undefined }
  if (placeKey(placeOf(session.on)) === place) return { slot: 'its-place', ...about }
  return { slot: 'away', ...about, why: awayReason(place, seen, input, plan, calendar) }
}

function awayReason(
  place: number,
  { session, before, stays, month }: Seen,
  { teams, from }: YearInput,
  { sessions }: YearPlan,
  calendar: WorkingCalendar,
): AwayReason {
  const day = dayOfPlace(placeOfKey(place), month)
  const team = teams.find(({ id }) => id === session.team)
  if (day === undefined || team === undefined) return { away: 'no-session' }
  const there = sessions.filter((one) => one.team === session.team && one.on.equals(day) && !one.on.isBefore(from))
  if (there.length === 0) {
    const skipped = monthOfSessions(team, month, from, calendar).skipped.find(({ on }) => on.equals(day))
    return skipped === undefined ? { away: 'no-session' } : { away: 'not-held', because: skipped.because }
  }
  if (!stays.some((stay) => stay.team === session.team && isOpenOn(stay, day))) return { away: 'not-open' }
  const last = before.at(-1)?.on.toEpochDay()
  if (last !== undefined && isBadlySpaced(last, day.toEpochDay()))
    return { away: 'badly-spaced', days: day.toEpochDay() - last }
  return there.every(({ capacity, cases }) => cases.length >= capacity) ? { away: 'full' } : { away: 'even-loads' }
}

function spacingOf({ session, before, stays, month }: Seen, { sessions }: YearPlan): Spacing | null {
  const last = before.at(-1)?.on.toEpochDay()
  if (last === undefined) return null
  const days = session.on.toEpochDay() - last
  if (!isBadlySpaced(0, days)) return { days, bad: null }
  const better = sessions.some(
    ({ on, team }) =>
      monthName(on) === monthName(month) &&
      !isBadlySpaced(last, on.toEpochDay()) &&
      stays.some((stay) => stay.team === team && isOpenBetween(stay, on.toEpochDay(), on.toEpochDay())),
  )
  return { days, bad: better ? 'others-need-them' : 'no-better-session' }
}
