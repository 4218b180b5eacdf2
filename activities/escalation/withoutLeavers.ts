import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Transaction } from '../../prisma/database'
import type { AlertSoFar } from './alertSoFar'
import { appendEntry } from './appendEntry'
import type { EscalationRow } from './lockEscalation'

interface Alert {
  readonly escalation: Pick<EscalationRow, 'id'>
  readonly today: LocalDate
  /** Epoch milliseconds. */
  readonly now: number
}

/** Puts on the log that whoever was to keep a promise has left: it is no longer waited for. Answers the alert as it stands then. */
export async function withoutLeavers(
  tx: Transaction,
  soFar: AlertSoFar,
  { escalation, today, now }: Alert,
): Promise<AlertSoFar> {
  for (const { rung, owner_id, name, left_on } of soFar.leavers)
    await appendEntry(tx, {
      ...{ escalationId: escalation.id, entry: 'owner-left', rung, personId: null, ownerId: owner_id, now },
      reason: `${name}, who was to keep the promise, left on ${govukDate(isoDay(left_on))}`,
    })
  const left = soFar.leavers.map(({ rung }) => ({ entry: 'owner-left' as const, rung, on: today }))
  return { ...soFar, entries: [...soFar.entries, ...left] }
}
