import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { byText } from '../byText'
import type { AbsentTwice } from './absentTwice'
import { bySession } from './bySession'
import type { CaseMonth, CaseStanding } from './coverage'
import type { FigureAttendance, FigureCase, FigurePlace, FigureSession } from './figureRows'
import { inTime, MINUTES_TIMES, SUMMARY_TIMES, type MinutesTime, type SummaryTime } from './inTime'
import { coverageOf } from './monthCoverage'
import { attendanceByRole, type RoleAttendance } from './presence'
import { shareOf, tally, type Share, type Tally } from './share'

export const SESSION_STATES = ['planned', 'held', 'cancelled', 'not-held'] as const
export const QUALITY = ['checked', 'to-check'] as const

/** The figures of one team in one month, and what is behind those that somebody has to look at. */
export interface TeamMonth {
  /** Null: cases without a team. */
  readonly teamId: string | null
  readonly team: string | null
  readonly month: string
  readonly coverage: Tally<CaseStanding>
  readonly sessions: Tally<(typeof SESSION_STATES)[number]>
  readonly attendance: readonly RoleAttendance[]
  readonly summaries: Tally<(typeof SUMMARY_TIMES)[number]>
  readonly minutes: Tally<(typeof MINUTES_TIMES)[number]>
  /** Of the people invited to a held session of the month. */
  readonly absentTwice: Share
  readonly quality: Tally<(typeof QUALITY)[number]>
  readonly behind: {
    /** In order of reference. */
    readonly notDiscussed: readonly CaseMonth[]
    readonly absentTwice: readonly AbsentTwice[]
    /** In order of day, then reference: late ones and those never written. */
    readonly summaries: readonly LateSummary[]
    /** Late ones and those not out. */
    readonly minutes: readonly MinutesTime[]
    readonly toCheck: readonly FigureSession[]
  }
  /** All that the figures are shares of. */
  readonly all: {
    readonly cases: readonly CaseMonth[]
    readonly invited: readonly InvitedTo[]
    readonly summaries: readonly LateSummary[]
    readonly minutes: readonly MinutesTime[]
  }
}

/** Somebody who was invited to a held session. */
export interface InvitedTo extends FigureAttendance {
  readonly session: FigureSession
}

/** A summary with the case it is about. */
export interface LateSummary extends SummaryTime, Pick<FigureCase, 'ref' | 'restricted'> {}

/** What there is of one team in one month. */
export interface TeamMonthRows extends Pick<TeamMonth, 'teamId' | 'team' | 'month'> {
  readonly cases: readonly CaseMonth[]
  readonly sessions: readonly FigureSession[]
  readonly absentTwice: readonly AbsentTwice[]
  readonly caseOf: (id: string) => FigureCase | undefined
  readonly placesIn: (sessionId: string) => readonly FigurePlace[]
  readonly invitedTo: (sessionId: string) => readonly FigureAttendance[]
}

/** Counts what there is. Source of each figure: `DEFINITIONS`. */
export function teamMonth(rows: TeamMonthRows, calendar: WorkingCalendar): TeamMonth {
  const { teamId, team, month, cases, absentTwice, caseOf, placesIn, invitedTo } = rows
  const sessions = [...rows.sessions].sort(bySession)
  const held = sessions.filter(({ state }) => state === 'held')
  const invited = held.flatMap((session) =>
    [...invitedTo(session.id)].sort(byPerson).map((one) => ({ ...one, session })),
  )
  const times = held.map((session) => inTime(session, placesIn(session.id), calendar))
  const summaries = times
    .flatMap((one) => one.summaries)
    .map((one) => {
      const { ref = '', restricted = true } = caseOf(one.caseId) ?? {}
      return { ...one, ref, restricted }
    })
    .sort((a, b) => bySession(a.session, b.session) || byText(a.ref, b.ref))
  const minutes = times.flatMap((one) => one.minutes)
  const { coverage, notDiscussed } = coverageOf(cases)
  const sampled = held.filter((session) => session.sampled)
  return {
    ...{ teamId, team, month },
    coverage,
    sessions: tally(SESSION_STATES, sessions, ({ state }) => state),
    attendance: attendanceByRole(invited),
    summaries: tally(SUMMARY_TIMES, summaries, ({ time }) => time),
    minutes: tally(MINUTES_TIMES, minutes, ({ time }) => time),
    absentTwice: shareOf(absentTwice.length, new Set(invited.map(({ personId }) => personId)).size),
    quality: tally(QUALITY, sampled, ({ checked }) => (checked ? 'checked' : 'to-check')),
    behind: {
      notDiscussed,
      absentTwice,
      summaries: summaries.filter(({ time }) => time !== 'on-time'),
      minutes: minutes.filter(({ time }) => time !== 'in-time'),
      toCheck: sampled.filter(({ checked }) => !checked),
    },
    all: { cases: [...cases].sort((a, b) => byText(a.ref, b.ref)), invited, summaries, minutes },
  }
}

const byPerson = (a: FigureAttendance, b: FigureAttendance): number =>
  byText(a.name, b.name) || byText(a.personId, b.personId) || byText(a.role, b.role)
