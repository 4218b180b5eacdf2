import type { Alert } from '../../../activities/escalation/alerts'
import { isoDay } from '../../../domain/calendar/isoDay'
import { notOffered } from '../../../domain/escalation/notOffered'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { FoundBeside } from '../../queries/alerts/besideAlerts'
import { alertRow, type AlertLine, type AlertsOn } from '../alerts/alertRow'

/** An alert on its manager's home, with what can be done there. */
export interface TeamAlert extends AlertLine {
  /** How much of its log is shown here: an answer says so, and learns of what came since. */
  readonly lines: number
  /** Nobody has said yet that they have it. */
  readonly canTake: boolean
  readonly beside: readonly string[]
}

export const teamAlert = (alert: Alert, beside: readonly FoundBeside[], on: AlertsOn): TeamAlert => ({
  ...alertRow(alert, null, on),
  lines: alert.log.length,
  canTake: notOffered('acknowledge', alert) === undefined,
  beside: beside
    .filter(({ escalation_id }) => escalation_id === alert.id)
    .map(({ title, found_on }) => `${title}, found on ${govukDate(isoDay(found_on))}`),
})
