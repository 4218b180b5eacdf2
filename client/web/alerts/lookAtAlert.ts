import { escalationNumbers } from '../../../domain/policy/alertRules'
import { noteView } from '../../commands/web/noteView'
import type { AlertPage } from '../../queries/alerts/alertPage'
import { rulesNow } from '../../queries/web/rulesNow'
import type { Asked } from '../app/page'
import { alertView, type TypedAnswer } from './alertView'

/** An alert with the answers its reader may give, on its own page or in a list; the look is written to the audit. */
export async function lookAtAlert({ db, reader, today, now }: Asked, found: AlertPage, typed?: TypedAnswer) {
  await noteView(db, { caseId: found.alert.caseId, actorId: reader.id, page: '/escalations/:id', now })
  const { policy, calendar } = await rulesNow(db, today)
  const on = { today, calendar, numbers: escalationNumbers(policy), readerId: reader.id }
  return { ...alertView(found, typed === undefined ? on : { ...on, typed }), id: found.alert.id }
}
