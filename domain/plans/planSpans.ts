import type { LocalDate } from '@js-joda/core'
import { caseEnd } from '../chronology/caseEnd'
import { asEnd, earlier, ofKind, type End } from '../chronology/childHistory'
import type { PlanKind } from '../chronology/misfits/planStarts'
import type { ChildState } from '../timeline/ruleInput'

/** A plan of one child from its first day to its end, whatever kind. */
export interface PlanSpan {
  readonly kind: PlanKind
  /** The event that stands for its start, and what names it for ever. */
  readonly id: string
  readonly first: string
  /** Whatever else may name it. */
  readonly names: readonly string[]
  readonly startedOn: LocalDate
  readonly end: End | null
}

/** Every plan a child has had, in order. */
export const planSpans = (child: ChildState): readonly PlanSpan[] => {
  const agreed = child.safetyPlans.map(({ id, first, agreedOn, agreements, end }): PlanSpan => {
    return { kind: 'safety', id, first, names: agreements.map((one) => one.first), startedOn: agreedOn, end }
  })
  const spans: readonly PlanSpan[] = [
    ...child.plans.map((plan): PlanSpan => ({ kind: 'cpp', ...plan })),
    ...[...child.cinPlans, ...child.ploPlans].map(({ plan, ...one }): PlanSpan => ({
      kind: plan,
      ...one,
      names: [one.first],
    })),
    ...agreed,
    ...safetyWithoutAgreement(child, agreed),
  ]
  return [...spans].sort((a, b) => a.startedOn.compareTo(b.startedOn))
}

/** A safety plan of which only the start is known: an agreement that ran that day would be the same plan. */
function safetyWithoutAgreement({ history }: ChildState, agreed: readonly PlanSpan[]): readonly PlanSpan[] {
  const { events } = history
  const ends = ofKind(events, 'plan-ended', 'safety-plan-ended').filter(
    (event) => event.kind === 'safety-plan-ended' || event.data.plan === 'safety',
  )
  return ofKind(events, 'plan-started')
    .filter(({ data, on }) => data.plan === 'safety' && !agreed.some((span) => runsOn(span, on)))
    .map(({ id, first, on }) => {
      const end = earlier(asEnd(ends.find((one) => !one.on.isBefore(on))), caseEnd(history, on))
      return { kind: 'safety', id, first, names: [first], startedOn: on, end }
    })
}

/** Whether a plan runs on a day; on the day it ends too. */
export const runsOn = ({ startedOn, end }: Pick<PlanSpan, 'startedOn' | 'end'>, day: LocalDate): boolean =>
  !startedOn.isAfter(day) && end?.on.isBefore(day) !== true
