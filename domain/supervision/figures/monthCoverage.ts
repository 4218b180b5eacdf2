import { byText } from '../byText'
import { monthName } from '../monthName'
import { grouped } from '../summary/grouped'
import { CASE_STANDINGS, caseMonths, type CaseMonth, type CaseStanding, type CoverageRows } from './coverage'
import type { FiguresAsked } from './supervisionFigures'
import { tally, type Tally } from './share'

/** How many of the cases that were open in a month a team has discussed, and which it has not. */
export interface MonthCoverage {
  /** Null: cases without a team. */
  readonly teamId: string | null
  readonly month: string
  readonly coverage: Tally<CaseStanding>
  /** In order of reference. */
  readonly notDiscussed: readonly CaseMonth[]
}

/** Of the figures of a team and month only the coverage: the same as `supervisionFigures` has, of fewer rows and without the due days of summaries and minutes. By team, then month. */
export function monthCoverage(
  rows: CoverageRows,
  { span, teams, today }: Omit<FiguresAsked, 'calendar'>,
): readonly MonthCoverage[] {
  const isAsked = ({ teamId, month }: OfTeamMonth): boolean =>
    month >= span.from && month <= span.to && (teams === undefined || teams.includes(teamId))
  const cases = grouped(caseMonths(rows, today).filter(isAsked), keyOf)
  const met = rows.sessions.map(({ teamId, on }) => ({ teamId, month: monthName(on) })).filter(isAsked)
  const found = new Map([...met, ...[...cases.values()].map(([one]) => one)].map((one) => [keyOf(one), one]))
  return [...found]
    .map(([key, { teamId, month }]) => ({ teamId, month, ...coverageOf(cases.get(key) ?? []) }))
    .sort((a, b) => byText(a.teamId ?? NO_TEAM, b.teamId ?? NO_TEAM) || byText(a.month, b.month))
}

/** The cases of one team and month. */
export const coverageOf = (cases: readonly CaseMonth[]): Pick<MonthCoverage, 'coverage' | 'notDiscussed'> => ({
  coverage: tally(CASE_STANDINGS, cases, ({ standing }) => standing),
  notDiscussed: cases.filter(({ standing }) => standing !== 'discussed').sort((a, b) => byText(a.ref, b.ref)),
})

interface OfTeamMonth {
  readonly teamId: string | null
  readonly month: string
}

const keyOf = ({ teamId, month }: OfTeamMonth): string => `${teamId ?? ''} ${month}`

const NO_TEAM = '\uffff'
