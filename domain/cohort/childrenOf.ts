import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../chronology/caseFacts'
import { childHistories, type ChildHistory } from '../chronology/childHistory'
import { knownOn } from '../chronology/knownOn'
import type { Anchor } from './anchor'
import type { CohortRow } from './cohortRow'
import { followedTo } from './followedTo'
import { indexDays } from './indexDays'
import { plansOn } from './plansOn'
import { policeOutcome } from './policeOutcome'
import { priorPlan } from './priorPlan'

/** What a cohort is drawn by. Civil dates, London. */
export interface CohortAsked {
  readonly anchor: Anchor
  /** The window of index dates, both days in it. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** The day that all windows are counted from; null: each child's own index date. */
  readonly sampleEnd: LocalDate | null
  readonly cohort: string
  readonly today: LocalDate
}

export interface CohortChild {
  readonly row: CohortRow
  readonly ref: string
  /** Whole years on the index date; null where the date of birth is not known, or lies after it. */
  readonly age: number | null
  /** Index dates after the first one in the same window: a child is in a cohort once. */
  readonly laterIndexDates: number
}

/** The children of one case who are in a cohort, with what is known by the end of today: who has an index date in the window, each by the first of them. */
export function childrenOf(facts: CaseFacts, asked: CohortAsked): readonly CohortChild[] {
  const { children } = childHistories(knownOn(facts, asked.today))
  return children.flatMap((history) => childOf(history, facts.ref, asked) ?? [])
}

function childOf(history: ChildHistory, ref: string, asked: CohortAsked): CohortChild | undefined {
  const { anchor, cohort, sampleEnd, today } = asked
  const plans = plansOn(history)
  const [index, ...later] = indexDays(history, plans, anchor).filter(
    ({ on }) => !on.isBefore(asked.from) && !on.isAfter(asked.to) && !on.isAfter(today),
  )
  if (index === undefined) return undefined
  const starts = plans.map(({ startedOn }) => startedOn).filter((on) => on.isAfter(index.on))
  return {
    ref,
    age: ageOn(history.bornOn, index.on),
    laterIndexDates: later.length,
    row: {
      ...{ cohort, child: history.child.id, indexDate: index.on, windowsFrom: sampleEnd ?? index.on },
      priorCpp: priorPlan(history, plans, index),
      cppDates: starts,
      outcome: policeOutcome(history, index.on),
      followed: followedTo(history, index.on, today),
    },
  }
}

const ageOn = (bornOn: LocalDate | null, day: LocalDate): number | null =>
  bornOn === null || bornOn.isAfter(day) ? null : bornOn.until(day).years()
