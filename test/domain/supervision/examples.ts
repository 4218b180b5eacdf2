import { gapWords, moveWords } from '../../../domain/supervision/reasonWords'
import type { Session } from '../../../domain/supervision/session'
import type { Team, YearInput } from '../../../domain/supervision/yearInput'
import type { YearPlan } from '../../../domain/supervision/yearPlan'
import { day } from '../facts'

/** A year of one team or several, from January 2027. */
export const year = (team: Team | readonly Team[], more: Partial<YearInput> = {}): YearInput => ({
  ...{ from: day('2027-01-01'), months: 12, existing: [] },
  teams: 'id' in team ? [team] : team,
  ...more,
})

/** The days of a case's discussions. */
export const daysOf = ({ sessions }: YearPlan, ref: string): readonly string[] =>
  sessions.filter(({ cases }) => cases.includes(ref)).map(({ on }) => on.toString())

/** `05: 10 of 10` for each session of a month. */
export const loads = ({ sessions }: YearPlan, month: string): readonly string[] =>
  sessions
    .filter(({ on }) => on.toString().startsWith(month))
    .map(({ on, cases, capacity }) => `${on.toString().slice(8)}: ${String(cases.length)} of ${String(capacity)}`)

export const gapsSaid = ({ gaps }: YearPlan): readonly string[] =>
  gaps.map((gap) => `${gap.case} ${gap.month}: ${gapWords(gap.why)}`)

export const movesSaid = ({ moved }: YearPlan): readonly string[] =>
  moved.map((one) => `${one.case} ${one.from.slice(-16)} -> ${one.to?.slice(-16) ?? 'none'}: ${moveWords(one.why)}`)

/** A session of an earlier plan, with ten places. */
export const session = (on: string, cases: readonly string[], team = 'north-1'): Session => ({
  ...{ id: `${team}:${on}T09:30`, team, on: day(on), at: '09:30', capacity: 10, cases },
})
