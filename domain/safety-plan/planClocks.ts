import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { isoDay } from '../calendar/isoDay'
import type { RunningPlan } from '../chronology/runningSafetyPlans'
import type { Obligation } from '../timeline/obligation'
import { standing, type Standing } from '../timeline/standing'
import type { LineGoal } from './lineGoals'

/** One of the five clocks of a safety plan (handbook 7): a day, and how it stands on another. */
export interface PlanClock {
  readonly clock: 'written-up' | 'time-offered' | 'goal' | 'validity' | 'review'
  /** Of a goal: the line it stands for. */
  readonly line: string | null
  readonly dueOn: LocalDate
  /** `over`: a day that ends by itself has passed; it is not late. */
  readonly state: Standing['state'] | 'over'
}

interface Looking {
  readonly running: readonly RunningPlan[]
  readonly goals: ReadonlyMap<string, LineGoal>
  readonly obligations: readonly Obligation[]
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}

/**
 * The five clocks of the plans that run: written up, the time offered, each line's own day, the last day on which it is valid, and the review. What is met is shown too; of
 * reviews the one that is next. Children who share a day share its clock. In the order of the handbook, then by day.
 */
export function planClocks(looking: Looking): readonly PlanClock[] {
  const { running, goals, obligations } = looking
  const triggers = new Set(running.flatMap(({ plan }) => plan.agreements.map(({ first }) => first)))
  const children = new Set(running.map(({ child }) => child))
  const written = obligations.filter(({ rule, trigger }) => rule === 'safety-plan-written' && triggers.has(trigger))
  const lines = [...goals].flatMap(([line, { first }]) =>
    obligations.flatMap((one) =>
      one.rule === 'goal' && one.trigger === first ? [asClock('goal', one, looking, line)] : [],
    ),
  )
  const reviews = obligations.filter(
    ({ rule, subject, end }) => rule === 'safety-plan-review' && children.has(subject) && isAhead(end, looking.today),
  )
  return onceEach([
    ...written.map((one) => asClock('written-up', one, looking)),
    ...daysOf(looking, 'time-offered', 'timeOfferedUntil'),
    ...lines.sort((a, b) => a.dueOn.compareTo(b.dueOn)),
    ...daysOf(looking, 'validity', 'validUntil'),
    ...reviews.map((one) => asClock('review', one, looking)),
  ])
}

/** Not met, and not cancelled before today: the end of a plan may lie ahead. */
const isAhead = (end: Obligation['end'], today: LocalDate): boolean =>
  end.outcome === 'open' || (end.outcome === 'cancelled' && end.on.isAfter(today))

const asClock = (
  clock: PlanClock['clock'],
  obligation: Obligation,
  { today, calendar }: Looking,
  line: string | null = null,
): PlanClock => ({ clock, line, dueOn: obligation.dueOn, state: standing(obligation, today, calendar).state })

/** A day that the last agreement names, and that ends by itself. */
const daysOf = (
  { running, today }: Looking,
  clock: PlanClock['clock'],
  field: 'timeOfferedUntil' | 'validUntil',
): readonly PlanClock[] =>
  running.flatMap(({ agreed }) => {
    const named = agreed.at(-1)?.data[field]
    if (named === undefined) return []
    const dueOn = isoDay(named)
    const state = dueOn.isBefore(today) ? 'over' : dueOn.equals(today) ? 'due' : 'upcoming'
    return [{ clock, line: null, dueOn, state }]
  })

const onceEach = (clocks: readonly PlanClock[]): readonly PlanClock[] => [
  ...new Map(
    clocks.map((one) => [`${one.clock} ${one.line ?? ''} ${one.dueOn.toString()} ${one.state}`, one]),
  ).values(),
]
