import type { Weekday } from '../../../domain/supervision/place'
import type { Team, TeamCase } from '../../../domain/supervision/yearInput'
import { day } from '../facts'

export const openCase = (ref: string, more: Partial<TeamCase> = {}): TeamCase => ({
  ...{ ref, openFrom: day('2026-01-05'), openTo: null, keep: null },
  ...more,
})

/** The handbook's team: every Tuesday 09:30 to 13:00, twenty minutes for each of its families, all open. */
export const weeklyTeam = (
  id: string,
  cases: number,
  { weekday = 'tuesday', minutes = 210, ...more }: Partial<Team> & { weekday?: Weekday; minutes?: number } = {},
): Team => ({
  id,
  pattern: [{ weekday, nth: [1, 2, 3, 4, 5], at: '09:30', minutes }],
  ...{ oneOffs: [], closedDates: [], minutesPerCase: 20 },
  cases: Array.from({ length: cases }, (_, index) => openCase(`${id}-${String(index + 1).padStart(2, '0')}`)),
  ...more,
})
