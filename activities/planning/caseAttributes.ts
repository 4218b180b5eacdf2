import { EVENING } from '../../domain/agenda/agendaLines'
import { londonMoment } from '../../domain/calendar/london'
import type { CaseAttributes } from '../../workflows/protocol'
import type { PlannedCase } from './planCase'

/**
 * What an operator may search a case by. `nextDue` is 17:00 London on the due date: from then on it is told as late, and it lies on that
 * date in UTC as well, so that a search by day finds it.
 */
export const caseAttributes = ({
  row,
  nextDue,
  late,
}: Pick<PlannedCase, 'row' | 'nextDue' | 'late'>): CaseAttributes => ({
  team: row.team_id,
  nextDue: nextDue === null ? null : new Date(londonMoment(nextDue, EVENING)).toISOString(),
  late,
})
