import type { LocalDate } from '@js-joda/core'
import type { PlanKind } from '../chronology/misfits/planStarts'
import { ofKind } from '../chronology/childHistory'
import type { Obligation } from '../timeline/obligation'
import type { ChildState } from '../timeline/ruleInput'
import type { FoldedCase } from '../timeline/timeline'
import { endWords } from './endWords'
import { planGate, type PlanGate } from './planGate'
import { planGoals, type PlanGoal } from './planGoals'
import { planMeetings, type PlanMeeting } from './planMeetings'
import { planNumbers } from './planNumbers'
import { planSpans, type PlanSpan } from './planSpans'

/** One plan of one child, with everything that hangs on it. */
export interface CasePlan {
  readonly child: string
  readonly kind: PlanKind
  /** The event that started it. */
  readonly id: string
  /** First, second … of its kind for this child, those before it elsewhere counted. */
  readonly number: number
  /** As it is now, and what it was before. */
  readonly categories: readonly { readonly category: string; readonly since: LocalDate }[]
  /** Why there is a further plan; null where none is recorded, or none is needed. */
  readonly repeatReason: string | null
  readonly startedOn: LocalDate
  readonly end: { readonly on: LocalDate; readonly why: string } | null
  readonly gate: PlanGate | null
  readonly goals: readonly PlanGoal[]
  readonly meetings: readonly PlanMeeting[]
}

interface Asked {
  readonly obligations: readonly Obligation[]
  readonly today: LocalDate
}

const KINDS: readonly PlanKind[] = ['cpp', 'cin', 'plo', 'safety']

/** Every plan of every child of a case: children in their order, plans as they began. */
export const casePlans = (
  { children, goals }: Pick<FoldedCase, 'children' | 'goals'>,
  asked: Asked,
): readonly CasePlan[] =>
  children.flatMap((child) => {
    const spans = planSpans(child)
    const numbers = new Map(
      KINDS.flatMap((kind) => [
        ...planNumbers(
          spans.filter((span) => span.kind === kind),
          previousOf(child),
        ),
      ]),
    )
    return spans.map((span) => planOf(span, { child, goals, number: numbers.get(span.id) ?? 1, ...asked }))
  })

interface About extends Asked, Pick<FoldedCase, 'goals'> {
  readonly child: ChildState
  readonly number: number
}

function planOf(span: PlanSpan, { child: { history }, goals, number, obligations, today }: About): CasePlan {
  const start = ofKind(history.events, 'plan-started').find(({ id }) => id === span.id)
  const meetings = planMeetings(span, history)
  const shown = planGoals(span, { history, goals, meetings, today })
  const { kind, id, startedOn, end } = span
  const child = history.child.id
  const changed =
    kind === 'cpp'
      ? ofKind(history.events, 'category-changed').filter(
          ({ on }) => !on.isBefore(startedOn) && end?.on.isBefore(on) !== true,
        )
      : []
  const first = start?.data.category
  return {
    ...{ child, kind, id, number, startedOn, goals: shown, meetings },
    categories: [
      ...(first === undefined ? [] : [{ category: first, since: startedOn }]),
      ...changed.map(({ on, data }) => ({ category: data.category, since: on })),
    ],
    repeatReason: start?.data.repeatReason ?? null,
    // A birthday to come ends nothing yet.
    end:
      end === null || end.on.isAfter(today)
        ? null
        : {
            on: end.on,
            why: endWords(
              end,
              history.events.find((event) => event.id === end.by),
            ),
          },
    gate: planGate(span, { child, goals: shown, obligations }),
  }
}

const previousOf =
  ({ history }: ChildState) =>
  (id: string): number =>
    ofKind(history.events, 'plan-started').find((start) => start.id === id)?.data.previousPlans ?? 0
