import type { Alert } from '../../../activities/escalation/alerts'
import { isoDay } from '../../../domain/calendar/isoDay'
import { answerProblem } from '../../../domain/escalation/answerProblem'
import { notOffered } from '../../../domain/escalation/notOffered'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { FoundBeside } from '../../queries/alerts/besideAlerts'
import type { Reader } from '../../queries/reading/loadReader'
import { alertRow, type AlertLine, type AlertsOn } from '../alerts/alertRow'

/** Of a reader, what says whether they may answer. */
export type AlertReader = Pick<Reader, 'id' | 'active' | 'mayOpen' | 'roles' | 'covers' | 'parents'>

/** An alert on its manager's home, with what can be done there. */
export interface TeamAlert extends AlertLine {
  /** How much of its log is shown here: an answer says so, and learns of what came since. */
  readonly lines: number
  /** Nobody has said yet that they have it, and the reader can. */
  readonly canTake: boolean
  /** Nobody above the reader has been told: they can still make the next person wait. */
  readonly canHold: boolean
  readonly beside: readonly string[]
}

/** `reader`: a manager of the team of its case. */
export const teamAlert = (
  alert: Alert,
  {
    beside,
    reader,
    on,
  }: { readonly beside: readonly FoundBeside[]; readonly reader: AlertReader; readonly on: AlertsOn },
): TeamAlert => ({
  ...alertRow(alert, null, on),
  lines: alert.log.length,
  canTake: canHold(alert, reader) && notOffered('acknowledge', alert) === undefined,
  canHold: canHold(alert, reader),
  beside: beside
    .filter(({ escalation_id }) => escalation_id === alert.id)
    .map(({ title, found_on }) => `${title}, found on ${govukDate(isoDay(found_on))}`),
})

const canHold = (alert: Alert, reader: AlertReader): boolean =>
  answerProblem('acknowledge', {
    ...{ person: reader, covered: reader.covers, scope: 'everything', rule: alert.rule, ladder: alert.ladder },
    reach: { teamId: alert.teamId, parents: reader.parents, holders: new Set<string>() },
    told: alert.log.flatMap(({ entry, rung, personId }) =>
      (entry === 'told' || entry === 'skipped') && rung !== null ? [{ entry, rung, personId }] : [],
    ),
    holdsToday: false,
  }) === undefined
