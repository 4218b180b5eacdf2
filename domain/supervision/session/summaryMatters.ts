import type { LocalDate } from '@js-joda/core'
import { earliest } from '../../calendar/earliest'
import type { Undated } from './dated'
import { beforehand } from './matterStanding'
import type { SessionCase, SessionFacts } from './sessionFacts'
import { WAITING } from './sessionMatter'

/** The summary of one case. It need not be written any more once the session was held, was not held, or is cancelled. */
export const summaryMatter = (session: SessionFacts, one: SessionCase): Undated => ({
  step: 'summary',
  subject: one.caseId,
  session: session.on,
  from: { what: 'Session', on: session.on },
  known: { what: 'The case was placed', on: one.placedOn },
  standing: beforehand(session, one.summaryWrittenOn),
})

/**
 * The team manager's review of the summaries of a session. It is about those that are written: with none to review it waits, and a summary written late makes
 * it due at the soonest the next working day, with the reminder on the day it was written. Done on the day of the last review, once every case has a summary and each is reviewed.
 */
export function reviewMatter(session: SessionFacts): Undated {
  const { cases, on, plannedOn } = session
  const toReview = earliest(
    cases.filter(({ summaryReviewedOn }) => summaryReviewedOn === null).map(({ summaryWrittenOn }) => summaryWrittenOn),
  )
  const reviewed = cases.flatMap(({ summaryReviewedOn }) => summaryReviewedOn ?? [])
  const last = reviewed.length === cases.length ? latest(reviewed) : null
  const standing = beforehand(session, last)
  return {
    step: 'summary-review',
    subject: 'session',
    session: on,
    from: { what: 'Session', on },
    known:
      toReview?.isAfter(plannedOn) === true
        ? { what: 'The first summary to review was written', on: toReview }
        : { what: 'Diarised', on: plannedOn },
    remindedFrom: plannedOn,
    standing: standing.standing === 'open' && toReview === null ? WAITING : standing,
  }
}

const latest = (days: readonly LocalDate[]): LocalDate | null =>
  days.reduce<LocalDate | null>((last, day) => (last?.isBefore(day) === false ? last : day), null)
