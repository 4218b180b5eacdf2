import type { LocalDate } from '@js-joda/core'
import type { Role } from '../access/role'
import { workingDaysAfter } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { EscalationNumbers, Rung } from '../policy/policyPack'

/** What has happened on an alert so far, as far as it moves the ladder. Dates are London days. */
export type LadderEntry = RungEntry | UntilEntry | WithdrawnEntry

interface RungEntry {
  /**
   * `passed-up`: the rung above is told now. `carried`: the alert began where an earlier one of the same matter stood; every rung up to this one is told now.
   * `owner-left`: whoever was to keep the promise has left, and the rung above is told now.
   */
  readonly entry: 'told' | 'acknowledged' | 'passed-up' | 'carried' | 'owner-left'
  readonly rung: number
  readonly on: LocalDate
}
interface UntilEntry {
  readonly entry: 'promised' | 'more-time'
  readonly rung: number
  readonly on: LocalDate
  /** The last day on which the fact may happen before the rung above is told. */
  readonly until: LocalDate
}
interface WithdrawnEntry {
  readonly entry: 'withdrawn'
  readonly on: LocalDate
  readonly reason: string
}

export interface Tell {
  readonly rung: number
  readonly roles: readonly Role[]
}

/** The rungs a rule's matter climbs, from the first, and what has happened on them up to today. */
export interface Climb {
  readonly ladder: readonly Rung[]
  readonly entries: readonly LadderEntry[]
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  readonly numbers: Pick<EscalationNumbers, 'acknowledgedMoves'>
}

/**
 * The rung to tell today, or the day on which the next one is told; both null at the top and once withdrawn. Days are counted from the one on which
 * the rung below was told, never from the due date.
 */
export function climbStep({ ladder, entries, today, calendar, numbers }: Climb): {
  readonly tell: Tell | null
  readonly nextOn: LocalDate | null
} {
  if (entries.some(({ entry }) => entry === 'withdrawn')) return { tell: null, nextOn: null }
  const top = topRung(entries)
  const next = ladder[top]
  if (next === undefined) return { tell: null, nextOn: null }
  const tell: Tell = { rung: top + 1, roles: rolesOn(next) }
  if (top < carriedTo(entries)) return { tell, nextOn: null }
  const on = nextRungOn(next, standing(entries, top), { calendar, numbers })
  return on?.isAfter(today) === true ? { tell: null, nextOn: on } : { tell, nextOn: null }
}

/** Everybody who stands on a rung, whoever answers for it first. */
export const rolesOn = ({ role, beside = [] }: Rung): readonly Role[] => [role, ...beside]

/** The highest rung that has spoken; 0 before the first. */
export const topRung = (entries: readonly LadderEntry[]): number =>
  entries.reduce((highest, entry) => (entry.entry === 'told' ? Math.max(highest, entry.rung) : highest), 0)

/** The rung at which an earlier alert of the matter stood; 0 for a new one. */
const carriedTo = (entries: readonly LadderEntry[]): number =>
  entries.reduce((highest, entry) => (entry.entry === 'carried' ? Math.max(highest, entry.rung) : highest), 0)

/** What was answered on the rung that spoke last. */
export interface Standing {
  /** When it was last told; null before the first rung. */
  readonly toldOn: LocalDate | null
  readonly acknowledged?: boolean
  /** By a person, or because nobody is left to keep what was promised. */
  readonly passedUp?: boolean
  /** The last days of a promise and of more time, where there are any. */
  readonly promisedUntil?: LocalDate | undefined
  readonly moreTimeUntil?: LocalDate | undefined
}

function standing(entries: readonly LadderEntry[], rung: number): Standing {
  const on = entries.filter((entry) => entry.entry !== 'withdrawn' && entry.rung === rung)
  const until = (which: UntilEntry['entry']): LocalDate | undefined =>
    on.flatMap((entry) => (entry.entry === which ? [entry.until] : [])).at(-1)
  return {
    toldOn: on.findLast(({ entry }) => entry === 'told')?.on ?? null,
    acknowledged: on.some(({ entry }) => entry === 'acknowledged'),
    passedUp: on.some(({ entry }) => entry === 'passed-up') || lastOfPromises(entries, rung) === 'owner-left',
    promisedUntil: until('promised'),
    moreTimeUntil: until('more-time'),
  }
}

/** What became of the promises on a rung: one stands, or whoever was to keep the last has left; undefined where none was made. */
export const lastOfPromises = (entries: readonly LadderEntry[], rung: number): 'promised' | 'owner-left' | undefined =>
  entries
    .flatMap((one) =>
      (one.entry === 'promised' || one.entry === 'owner-left') && one.rung === rung ? [one.entry] : [],
    )
    .at(-1)

/**
 * The day a rung is told; null for now. A promise is waited for, and then it goes up, also before the ladder's own day: not round again. More time
 * and an acknowledgement move the ladder's own day, and never bring it nearer.
 */
export function nextRungOn(
  rung: Pick<Rung, 'afterWorkingDays'>,
  { toldOn, acknowledged = false, passedUp = false, promisedUntil, moreTimeUntil }: Standing,
  { calendar, numbers }: Pick<Climb, 'calendar' | 'numbers'>,
): LocalDate | null {
  if (toldOn === null || passedUp) return null
  const dayAfter = (until: LocalDate | undefined): LocalDate[] =>
    until === undefined ? [] : [workingDaysAfter(1, until, calendar)]
  const own = rung.afterWorkingDays + (acknowledged ? numbers.acknowledgedMoves : 0)
  const waits = promisedUntil === undefined ? [workingDaysAfter(own, toldOn, calendar)] : dayAfter(promisedUntil)
  return [...waits, ...dayAfter(moreTimeUntil)].reduce((last, day) => (day.isAfter(last) ? day : last))
}

/** The name of a rung in lists and contracts: the first is the rule's own first word above the worker. */
export const rungStep = (rung: number, first: string): string => (rung === 1 ? first : `rung-${String(rung)}`)

/** The rung a step of an alert speaks for; undefined for what is told beside the ladder. */
export function rungOfStep(step: string): number | undefined {
  if (step.startsWith('rung-')) return Number(step.slice('rung-'.length))
  return step === 'late' || step === 'late-2' ? 1 : undefined
}

/** A rule's own first word above the worker. */
export const firstAbove = <Step extends { readonly to: readonly Role[] }>({
  late,
}: {
  readonly late: readonly Step[]
}): Step | undefined => late.find(({ to }) => to.some((role) => role !== 'social-worker'))
