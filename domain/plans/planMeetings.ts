import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../chronology/childHistory'
import type { EventKind } from '../chronology/eventKinds'
import type { PlanSpan } from './planSpans'

/** The meetings that carry a plan, by its kind, and which of them ask for the views of the child and of the parents. */
const MEETINGS = {
  cpp: ['icpc-held', 'transfer-in-conference-held', 'core-group-held', 'review-held'],
  cin: ['cin-review-held'],
  plo: ['plo-reviewed'],
  safety: ['safety-plan-reviewed'],
} as const satisfies Record<PlanSpan['kind'], readonly EventKind[]>
const ASKS_FOR_VIEWS: ReadonlySet<EventKind> = new Set(['review-held', 'cin-review-held', 'safety-plan-reviewed'])

export type View = 'child' | 'parents'

/** A meeting of a plan, with what was said in it and what nobody wrote down. */
export interface PlanMeeting {
  readonly id: string
  readonly kind: EventKind
  readonly on: LocalDate
  /** What its siblings share. */
  readonly meeting: string | null
  readonly outcome: string | null
  readonly quorate: boolean | null
  readonly childView: string | null
  readonly parentsView: string | null
  readonly decisions: readonly string[]
  /** Whose view is not recorded, where it is asked for. */
  readonly missing: readonly View[]
}

/** What any of these meetings may carry. */
interface Said {
  readonly outcome?: string | undefined
  readonly quorate?: boolean | undefined
  readonly meeting?: string | undefined
}
interface Views {
  readonly childView?: string | null
  readonly parentsView?: string | null
  readonly decisions?: readonly string[]
}

/** The meetings of a plan from its first day to its last, in order. A review on the very day a protection plan starts is of the one before. */
export const planMeetings = (span: PlanSpan, { events }: ChildHistory): readonly PlanMeeting[] =>
  ofKind<EventKind>(events, ...MEETINGS[span.kind])
    .filter(
      ({ kind, on, first }) =>
        span.names.includes(first) ||
        ((kind === 'review-held' ? on.isAfter(span.startedOn) : !on.isBefore(span.startedOn)) &&
          span.end?.on.isBefore(on) !== true),
    )
    .map(({ id, kind, on, data }) => {
      const said: Said = data
      const { childView = null, parentsView = null, decisions = [] } = said as Views
      const asks = ASKS_FOR_VIEWS.has(kind)
      const missing: readonly View[] = [
        ...(asks && childView === null ? (['child'] as const) : []),
        ...(asks && parentsView === null ? (['parents'] as const) : []),
      ]
      return {
        ...{
          id,
          kind,
          on,
          meeting: said.meeting ?? null,
          outcome: said.outcome ?? null,
          quorate: said.quorate ?? null,
        },
        ...{ childView, parentsView, decisions, missing },
      }
    })
