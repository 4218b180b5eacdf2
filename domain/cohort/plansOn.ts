import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../chronology/childHistory'
import { protectionPlans } from '../chronology/protectionPlans'

/** A time on a child protection plan, whichever authority's. */
export interface OnPlan {
  /** What names it: the event that started it. */
  readonly id: string
  readonly ours: boolean
  readonly startedOn: LocalDate
  /** Null where no end is known. */
  readonly endedOn: LocalDate | null
}

/**
 * When a child was on a child protection plan, in order of start. Our own as the timeline folds them; of another authority as recorded, to the end that
 * names it. One that was ended as recorded in error never was.
 */
export function plansOn(history: ChildHistory): readonly OnPlan[] {
  const { events, firstOf } = history
  const ends = ofKind(events, 'plan-ended')
  const inError = new Set(ends.filter(({ data }) => data.reason === 'in-error').map(({ id }) => id))
  const ours = protectionPlans(history).plans.flatMap(({ id, startedOn, end }): OnPlan[] =>
    end !== null && inError.has(end.by) ? [] : [{ id, ours: true, startedOn, endedOn: end?.on ?? null }],
  )
  const theirs = ofKind(events, 'plan-started')
    .filter(({ data }) => data.plan === 'cpp' && data.authority === 'other')
    .flatMap(({ id, first, on }): OnPlan[] => {
      const end = ends.find(({ data: { plan, of } }) => plan === 'cpp' && of !== undefined && firstOf(of) === first)
      return end !== undefined && inError.has(end.id)
        ? []
        : [{ id, ours: false, startedOn: on, endedOn: end?.on ?? null }]
    })
  return [...ours, ...theirs].sort((a, b) => a.startedOn.compareTo(b.startedOn))
}
