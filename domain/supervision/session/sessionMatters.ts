import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { dated, type MadeUnder, type Undated } from './dated'
import { inviteeMatters } from './inviteeMatters'
import { followingMatters, meetingMatters } from './meetingMatters'
import type { SessionFacts } from './sessionFacts'
import type { SessionMatter } from './sessionMatter'
import { sessionDue } from './sessionDue'
import { sessionStep, sessionSteps, type SessionSteps } from './sessionSteps'
import { reviewMatter, summaryMatter } from './summaryMatters'

/**
 * Everything that has to happen for one session, with its due date, the reason for it, who is reminded when and who is told when it is late. Civil dates, no
 * clock: what is said on a day is `sessionAgenda`. Reminders from before the session was diarised, the person invited or the case placed are left out, and what
 * would be due by then is due later (`sessionDue`). A cancelled session keeps its matters, ended. Source: each step's own.
 */
export function sessionMatters(
  session: SessionFacts,
  calendar: WorkingCalendar,
  steps: SessionSteps = sessionSteps,
): readonly SessionMatter[] {
  const under = { steps, calendar }
  return undated(session, under).map((one) => dated(one, under))
}

/** Something that somebody has to do for a session, and by when. */
export type OpenMatter = Pick<SessionMatter, 'step' | 'subject' | 'dueOn' | 'why'>

/** Of these only what somebody has to do now, without who is reminded: of what is done or ended no day is counted. To be there is nothing to do before. */
export function openSessionMatters(
  session: SessionFacts,
  calendar: WorkingCalendar,
  steps: SessionSteps = sessionSteps,
): readonly OpenMatter[] {
  return undated(session, { steps, calendar })
    .filter(({ step, standing }) => standing.standing === 'open' && step !== 'attend')
    .map((one) => ({
      ...{ step: one.step, subject: one.subject },
      ...sessionDue(sessionStep(one.step, steps), one, calendar),
    }))
}

const undated = (session: SessionFacts, under: MadeUnder): readonly Undated[] => [
  ...session.invitees.flatMap((invitee) => inviteeMatters(session, invitee)),
  ...session.cases.map((one) => summaryMatter(session, one)),
  reviewMatter(session),
  ...meetingMatters(session),
  ...followingMatters(session, under),
]
