import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import type { SessionFacts } from '../session/sessionFacts'
import type { SessionMatter } from '../session/sessionMatter'
import { sessionMatters } from '../session/sessionMatters'
import type { FigurePlace, FigureSession } from './figureRows'

export const SUMMARY_TIMES = ['on-time', 'late', 'never'] as const
export const MINUTES_TIMES = ['in-time', 'late', 'not-out'] as const

/** The summary of a case that was discussed in a held session. */
export interface SummaryTime {
  readonly caseId: string
  readonly session: FigureSession
  readonly dueOn: LocalDate
  readonly writtenOn: LocalDate | null
  readonly time: (typeof SUMMARY_TIMES)[number]
}

/** The minutes of a held session. `not-out`: nobody has them yet, whether they are due already or not. */
export interface MinutesTime {
  readonly session: FigureSession
  readonly dueOn: LocalDate
  readonly outOn: LocalDate | null
  readonly time: (typeof MINUTES_TIMES)[number]
}

/**
 * The summaries and the minutes of one held session against their due days, which are those that the session's own process reminds of. In time on the due day
 * itself. A case that was placed late has its summary due later. Source: steps `summary` and `minutes` of session-steps.json.
 */
export function inTime(
  session: FigureSession,
  places: readonly FigurePlace[],
  calendar: WorkingCalendar,
): { readonly summaries: readonly SummaryTime[]; readonly minutes: readonly MinutesTime[] } {
  const matters = sessionMatters(factsOf(session, places), calendar)
  const discussed = new Set(places.filter((one) => one.discussed === true).map(({ caseId }) => caseId))
  return {
    summaries: matters
      .filter(({ step, subject }) => step === 'summary' && discussed.has(subject))
      .map(({ subject: caseId, dueOn, doneOn }) => ({
        ...{ caseId, session, dueOn, writtenOn: doneOn, time: timeOf({ dueOn, doneOn }, 'on-time', 'never') },
      })),
    minutes: matters
      .filter(({ step }) => step === 'minutes')
      .map(({ dueOn, doneOn }) => ({
        ...{ session, dueOn, outOn: doneOn, time: timeOf({ dueOn, doneOn }, 'in-time', 'not-out') },
      })),
  }
}

const timeOf = <Done extends string, Not extends string>(
  { dueOn, doneOn }: Pick<SessionMatter, 'dueOn' | 'doneOn'>,
  done: Done,
  not: Not,
): Done | 'late' | Not => (doneOn === null ? not : doneOn.isAfter(dueOn) ? 'late' : done)

/** What the due days of summaries and minutes ask of a session; nobody's reply does. */
const factsOf = (
  { id, on, diarisedOn, state, minutesOutOn, sampled }: FigureSession,
  places: readonly FigurePlace[],
): SessionFacts => ({
  ...{ id, on, plannedOn: diarisedOn, state, minutesOutOn, sampled },
  ...{ recordedHeldOn: null, papersOutOn: null, qualityCheckedOn: null, invitees: [] },
  cases: places.map(({ caseId, placedOn, summaryWrittenOn }) => ({
    ...{ caseId, summaryWrittenOn, summaryReviewedOn: null },
    // Of a session that was moved, nobody knew sooner.
    placedOn: placedOn.isBefore(diarisedOn) ? diarisedOn : placedOn,
  })),
})
