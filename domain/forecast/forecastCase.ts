import type { LocalDate } from '@js-joda/core'
import { isOpen } from '../agenda/agenda'
import type { CaseFacts } from '../chronology/caseFacts'
import { knownOn } from '../chronology/knownOn'
import { ruleBehind, type PolicySchedule, type PolicyVersion } from '../policy/policySchedule'
import { keyOf, type Obligation } from '../timeline/obligation'
import type { Ahead } from './ahead'
import { expectedDay } from './awaited'
import { kindOf, type ForecastKind } from './forecastKind'
import { heldAsDue } from './heldAsDue'
import { weekOf } from './week'

/** One obligation of the forecast: a line of the list every figure is counted from. */
export interface Forecast {
  readonly team: string
  /** The case's reference. */
  readonly ref: string
  readonly rule: string
  /** What people read. */
  readonly title: string
  readonly kind: ForecastKind
  readonly subject: string
  readonly part: string
  /** The day it must be done by. */
  readonly dueOn: LocalDate
  readonly bookedFor: LocalDate | null
  /** The day it is expected to be done: booked, else due; of what is late, when it could be at the earliest. */
  readonly on: LocalDate
  /** `late`: overdue today; else the week of `on`, `2027-W05`. */
  readonly week: string
  /** `open` stands today; `expected` follows if all that comes before is held on its day. */
  readonly basis: 'open' | 'expected'
}

export interface CaseForecast {
  readonly lines: readonly Forecast[]
  /** What fell due before the case came here and no source carries: told to nobody, and in no figure. */
  readonly notKnown: number
}

export type ForecastCase = (facts: CaseFacts, team: string) => CaseForecast

/**
 * Tells what lies ahead of one case up to a day, whatever is late today included; `team` is how the list calls it. Stalls are drift, not work to plan,
 * and are none.
 */
export function forecaster({ policy, ...span }: Ahead): ForecastCase {
  const ahead = { ...span, policy: datesOnly(policy) }
  return (facts, team) => forecastCase(facts, team, ahead)
}

/** The rules as far as they make dates: who is told what of 100,000 imagined obligations would be worked out for nobody. */
const datesOnly = ({ versions: [first, ...later] }: PolicySchedule): PolicySchedule => {
  const bare = (version: PolicyVersion): PolicyVersion => ({
    ...version,
    pack: {
      ...version.pack,
      rules: version.pack.rules
        .filter(({ kind }) => kind === 'obligation')
        .map(({ parts, ...rule }) => ({
          ...rule,
          ...told,
          ...(parts === undefined ? {} : { parts: parts.map(({ part, interval }) => ({ part, interval })) }),
        })),
    },
  })
  return { versions: [bare(first), ...later.map(bare)] }
}

const told = { reminders: [], late: [], ladder: [] }

function forecastCase(facts: CaseFacts, team: string, ahead: Ahead): CaseForecast {
  const { today, until, policy } = ahead
  const { now, then, imagined } = heldAsDue(knownOn(facts, today), ahead)
  const dayOf = expectedDay(now, ahead)
  const known = new Set(now.map(keyOf))
  const held = new Map(
    then.flatMap((one) => {
      const event = one.end.outcome === 'met' ? imagined.get(one.end.by) : undefined
      return event === undefined ? [] : [[keyOf(one), event.on] as const]
    }),
  )
  const line = (obligation: Obligation, basis: Forecast['basis']): Forecast[] => {
    const { rule, subject, part, dueOn, bookedFor, end } = obligation
    const on = held.get(keyOf(obligation)) ?? dayOf(obligation)
    const isLate = basis === 'open' && dueOn.isBefore(today)
    if (!isLate && (on.isBefore(today) || on.isAfter(until))) return []
    if (!isLate && end.outcome === 'cancelled' && on.isAfter(end.on)) return []
    const { title } = ruleBehind(policy, obligation)
    const week = isLate ? 'late' : weekOf(on).name
    return [
      { team, ref: facts.ref, rule, title, kind: kindOf(obligation), subject, part, dueOn, bookedFor, on, week, basis },
    ]
  }
  const toDo = (one: Obligation): boolean => one.kind === 'obligation'
  // One that ended without anything imagined has ended already, or would before its day: nothing is left to plan.
  const isAhead = (one: Obligation): boolean => isOpen(one, today) || held.has(keyOf(one))
  return {
    lines: [
      ...now.filter((one) => toDo(one) && isOpen(one, today)).flatMap((one) => line(one, 'open')),
      ...then
        .filter((one) => toDo(one) && !known.has(keyOf(one)) && isAhead(one))
        .flatMap((one) => line(one, 'expected')),
    ],
    notKnown: now.filter(
      (one) => toDo(one) && one.notKnownFromImport && isOpen({ ...one, notKnownFromImport: false }, today),
    ).length,
  }
}
