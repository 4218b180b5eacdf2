import type { LocalDate } from '@js-joda/core'
import type { Role } from '../access/role'
import { workingDaysAfter } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { Rung } from '../policy/policyPack'

/** What has happened on an escalation so far. Dates are London days. */
export type LadderEntry = RungEntry | WithdrawnEntry

interface RungEntry {
  readonly entry: 'told' | 'acknowledged'
  readonly rung: number
  readonly on: LocalDate
}
interface WithdrawnEntry {
  readonly entry: 'withdrawn'
  readonly on: LocalDate
  readonly reason: string
}

/** An acknowledgement moves the next rung by so many working days, once per rung. */
const ACKNOWLEDGED_MOVES = 2

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
}

/** The rung to tell today, or the day on which the next one is told; both null at the top and once withdrawn. */
export function climbStep({ ladder, entries, today, calendar }: Climb): {
  readonly tell: Tell | null
  readonly nextOn: LocalDate | null
} {
  if (entries.some(({ entry }) => entry === 'withdrawn')) return { tell: null, nextOn: null }
  const top = topRung(entries)
  const next = ladder[top]
  if (next === undefined) return { tell: null, nextOn: null }
  const tell: Tell = { rung: top + 1, roles: [next.role, ...(next.beside ?? [])] }
  const told = entries.findLast((entry) => entry.entry === 'told' && entry.rung === top)
  if (told === undefined) return { tell, nextOn: null }
  const below = entries.some((entry) => entry.entry === 'acknowledged' && entry.rung === top)
    ? 'acknowledged'
    : 'unanswered'
  const on = nextRungOn(next, { toldOn: told.on, below }, calendar)
  return on.isAfter(today) ? { tell: null, nextOn: on } : { tell, nextOn: null }
}

/** The highest rung that has spoken; 0 before the first. */
export const topRung = (entries: readonly LadderEntry[]): number =>
  entries.reduce((highest, entry) => (entry.entry === 'told' ? Math.max(highest, entry.rung) : highest), 0)

interface Below {
  readonly toldOn: LocalDate
  readonly below: 'unanswered' | 'acknowledged'
}

/** The day a rung is told: counted in working days from the day the rung below was told, never from the due date. */
export const nextRungOn = (rung: Rung, { toldOn, below }: Below, calendar: WorkingCalendar): LocalDate =>
  workingDaysAfter(rung.afterWorkingDays + (below === 'acknowledged' ? ACKNOWLEDGED_MOVES : 0), toldOn, calendar)

/** The name of a rung in lists and contracts: the first is the rule's own first word above the worker. */
export const rungStep = (rung: number, first: string): string => (rung === 1 ? first : `rung-${String(rung)}`)
