import type { TeamMonth } from '../supervision/figures/teamMonth'
import { isoDay } from '../calendar/isoDay'
import { govukMonth } from '../timeline/govukDate'

/** `June 2026, North 1`. */
export const monthOf = ({ month, team }: Pick<TeamMonth, 'month' | 'team'>): string =>
  `${govukMonth(isoDay(`${month}-01`))}${team === null ? '' : `, ${team}`}`
