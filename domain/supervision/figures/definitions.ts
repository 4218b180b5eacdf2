import { intervalWords } from '../../timeline/sentence'
import { sessionStep, sessionSteps, type SessionStepId } from '../session/sessionSteps'

/** What a figure counts, of what, and where that comes from. */
export interface Definition {
  readonly title: string
  /** What the names of its measures begin with. */
  readonly measures: string
  readonly words: string
  readonly source: string
}

const HANDBOOK = 'Caseclock handbook, section 10'
const EVALUATION = 'Family Safeguarding evaluation 2020 via Caseclock handbook, section 4'

const dueWords = (id: SessionStepId): string =>
  intervalWords({ n: Math.abs(sessionStep(id, sessionSteps).dueWorkingDays), unit: 'working-days' })

/** The figures of group case supervision in words, as they stand below the table. */
export const DEFINITIONS: readonly Definition[] = [
  {
    title: 'Coverage',
    measures: 'coverage',
    words:
      'Of the cases open in group supervision on any day of the month, those discussed in a session that was held in it. The others have a named gap, are still ahead (in a planned session, and the month is not over), or neither: not discussed, whatever the reason. A case counts for the team that held the session, else for the team it is with now. A discussion recorded before sessions were kept here counts. Restricted cases are counted and not named.',
    source: `Every month for each case: ${EVALUATION}; the figure: ${HANDBOOK}`,
  },
  {
    title: 'Sessions',
    measures: 'sessions',
    words:
      'Of all sessions of the month: planned, held, cancelled (by people, the calendar or a changed pattern) and not held. One whose day has passed is planned until somebody records it.',
    source: 'Caseclock handbook, section 4',
  },
  {
    title: 'Attendance',
    measures: 'attendance',
    words:
      'Of those invited to held sessions, once for each session and by the role they were invited as: present; excused, with an approved exception; absent, which is everybody else.',
    source: `Non-attendance only by exception: ${EVALUATION}; the figure: ${HANDBOOK}`,
  },
  {
    title: 'Summaries',
    measures: 'summaries',
    words: `Of the cases discussed in held sessions, those whose summary was first written on its due day or before (${dueWords('summary')} before the session; later for a case placed late), written late, and never written.`,
    source: `${EVALUATION}; the figure: ${HANDBOOK}`,
  },
  {
    title: 'Minutes',
    measures: 'minutes',
    words: `Of held sessions, those whose minutes were out on their due day or before (${dueWords('minutes')} after the session), out late, and not out yet.`,
    source: `${EVALUATION}; the figure: ${HANDBOOK}`,
  },
  {
    title: 'Absent twice running',
    measures: 'repeated-absence',
    words:
      'Of the people invited to held sessions of the month, those absent without approval from one of them and from the session the team held before it, which may lie in the month before.',
    source: `Non-attendance only by exception: ${EVALUATION}; twice running: Caseclock’s own`,
  },
  {
    title: 'Quality checks',
    measures: 'quality',
    words: `Of the held sessions that are to be looked at again (one in ${String(sessionSteps.sample.oneIn)}), those that have been, and those still to be.`,
    source: sessionSteps.sample.source,
  },
]
