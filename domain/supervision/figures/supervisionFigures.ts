import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { byText } from '../byText'
import { monthName } from '../monthName'
import { grouped } from '../summary/grouped'
import { absentTwice, type AbsentTwice } from './absentTwice'
import { caseMonths } from './coverage'
import type { FigureRows } from './figureRows'
import type { MonthSpan } from './monthSpan'
import { teamMonth, type TeamMonth } from './teamMonth'

export interface FiguresAsked {
  readonly span: MonthSpan
  /** By id, null among them for cases without a team; undefined: all. */
  readonly teams: readonly (string | null)[] | undefined
  /** The day as which they stand: London. */
  readonly today: LocalDate
  /** Due days are counted on its working days. */
  readonly calendar: WorkingCalendar
}

/**
 * The figures of group case supervision per team and month, by name of team (cases without one last), then month. A month in which a team had neither a session nor
 * an open case has none. Pure, and the order of the rows is all one. Source: Caseclock handbook, sections 4 and 10; of each figure `DEFINITIONS`.
 */
export function supervisionFigures(
  rows: FigureRows,
  { span, teams, today, calendar }: FiguresAsked,
): readonly TeamMonth[] {
  const isAsked = ({ teamId, month }: { readonly teamId: string | null; readonly month: string }): boolean =>
    month >= span.from && month <= span.to && (teams === undefined || teams.includes(teamId))
  const names = new Map(rows.teams.map(({ id, name }) => [id, name]))
  const invited = grouped(rows.attendance, ({ sessionId }) => sessionId)
  const places = grouped(rows.places, ({ sessionId }) => sessionId)
  const known = new Map(rows.cases.map((one) => [one.id, one]))
  const invitedTo = (id: string) => invited.get(id) ?? []
  const cases = grouped(caseMonths(rows, today).filter(isAsked), keyOf)
  const sessions = grouped(
    rows.sessions.map((session) => ({ teamId: session.teamId, month: monthName(session.on), session })).filter(isAsked),
    keyOf,
  )
  const absences = absencesByTeam(rows, invitedTo)
  const found = new Map<string, OfTeamMonth>([...[...sessions].map(first), ...[...cases].map(first)])
  return [...found]
    .map(([key, { teamId, month }]) =>
      teamMonth(
        {
          ...{ teamId, month, team: teamId === null ? null : (names.get(teamId) ?? null), cases: cases.get(key) ?? [] },
          sessions: (sessions.get(key) ?? []).map(({ session }) => session),
          absentTwice: absences.get(key) ?? [],
          caseOf: (id) => known.get(id),
          placesIn: (id) => places.get(id) ?? [],
          invitedTo,
        },
        calendar,
      ),
    )
    .sort(byTeamAndMonth)
}

interface OfTeamMonth {
  readonly teamId: string | null
  readonly month: string
}

const keyOf = ({ teamId, month }: OfTeamMonth): string => `${teamId ?? ''} ${month}`

const first = <T>([key, [one]]: readonly [string, readonly [T, ...T[]]]): readonly [string, T] => [key, one]

function absencesByTeam(
  { sessions }: FigureRows,
  invitedTo: Parameters<typeof absentTwice>[1],
): ReadonlyMap<string, readonly AbsentTwice[]> {
  const held = grouped(
    sessions.filter(({ state }) => state === 'held'),
    ({ teamId }) => teamId,
  )
  const all = [...held].flatMap(([teamId, own]) => absentTwice(own, invitedTo).map((one) => ({ teamId, ...one })))
  return grouped(all, keyOf)
}

const NO_NAME = '\uffff'

const byTeamAndMonth = (a: TeamMonth, b: TeamMonth): number =>
  byText(a.team ?? NO_NAME, b.team ?? NO_NAME) ||
  byText(a.teamId ?? NO_NAME, b.teamId ?? NO_NAME) ||
  byText(a.month, b.month)
