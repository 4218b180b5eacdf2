import { keyOf } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import { PROMISE_OWNER } from '../escalation/tellOwner'
import type { RungsTold } from '../escalation/rungsTold'
import { retellRung } from '../escalation/retellRung'
import type { Recipients } from '../people/recipients'
import { readersOf } from './readersOf'
import type { ObligationRow } from './saveObligations'
import { hasLeft, type ToldRow } from './toldNotices'
import { withdrawNotices } from './writeNotices'

interface Ground {
  readonly told: readonly ToldRow[]
  readonly rows: readonly ObligationRow[]
  readonly recipients: Recipients
  readonly rungs: RungsTold
  readonly now: number
}

const NEW_READER = 'its reader no longer stands for that role'

/**
 * Takes back every notice that has not left and whose ground has gone: the matter has ended, its date has moved, its alert has ended, or its
 * reader no longer stands for that role: then the new reader is told instead, by the agenda, or here on the rung of an escalation. Answers the
 * notices that still stand.
 */
export async function withdrawOldGround(
  tx: Transaction,
  { told, rows, recipients, rungs, now }: Ground,
): Promise<readonly ToldRow[]> {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const gone = new Map<string, ToldRow[]>()
  for (const notice of told) {
    if (hasLeft(notice)) continue
    const why = whyGone(notice, byKey.get(keyOf(notice)), { recipients, rungs })
    if (why !== null) gone.set(why, [...(gone.get(why) ?? []), notice])
  }
  const moment = new Date(now).toISOString()
  for (const [why, notices] of gone)
    await withdrawNotices(
      tx,
      notices.map(({ id }) => id),
      why,
      moment,
    )
  const logged = new Set<string>()
  for (const notice of gone.get(NEW_READER) ?? []) await retellRung(tx, { notice, recipients, rungs, now, logged })
  const withdrawn = new Set([...gone.values()].flat().map(({ id }) => id))
  return told.filter((notice) => !withdrawn.has(notice.id))
}

function whyGone(
  notice: ToldRow,
  obligation: ObligationRow | undefined,
  { recipients, rungs }: Pick<Ground, 'recipients' | 'rungs'>,
): string | null {
  if (obligation === undefined) return 'what it was about has been taken back'
  // That an alert was withdrawn, and why, is told whatever has become of the matter since.
  if (notice.step === 'withdrawn') return recipients.mayRead(notice.recipient_id) ? null : NEW_READER
  if (obligation.state !== 'open') return `it has ended: ${obligation.state}`
  if (obligation.due_on !== notice.due_on)
    return obligation.moved_because === null ? 'the date has moved' : `the date has moved: ${obligation.moved_because}`
  if (notice.escalation_id === null) return stands(readersOf(notice, { recipients, rungs }), notice)
  if (notice.escalation_state !== 'open') return 'its alert has ended'
  // Whoever is to keep a promise stands on no rung: nobody is told in their place.
  if (notice.role === PROMISE_OWNER)
    return recipients.mayRead(notice.recipient_id) ? null : 'its reader may not be told any more'
  return stands(readersOf(notice, { recipients, rungs }), notice)
}

const stands = (people: readonly { readonly personId: string }[], notice: ToldRow): string | null =>
  people.some(({ personId }) => personId === notice.recipient_id) ? null : NEW_READER
