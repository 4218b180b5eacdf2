import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import { giveSessionMessages } from './giveSessionMessages'
import { insertNotices, type NewNotice } from './insertNotices'
import type { TellingYear } from './tellingYear'

interface Telling extends TellingYear {
  readonly step: 'moved' | 'gap'
  readonly lane: 'digest' | 'at-once'
}

/**
 * One notice for each person who is told of some of these cases: whoever coordinates and may open them. Answers the notice of a case; null where nobody at all
 * may be told.
 */
export async function writeYearNotices(
  tx: Transaction,
  { teamId, today, now, rules, people, step, lane }: Telling,
  rows: readonly { readonly case_id: string }[],
): Promise<(caseId: string) => string | null> {
  const notices = new Map<string, NewNotice>()
  const ofCase = new Map<string, string | null>()
  for (const { case_id: caseId } of rows) {
    if (ofCase.has(caseId)) continue
    const found = people.whoFor('coordinator', { caseId, worker: null, lane })
    if (found === null) {
      ofCase.set(caseId, null)
      continue
    }
    const known = notices.get(found.person)
    const notice = known ?? {
      ...{ id: newId(now), key: [step, teamId, newId(now)].join('/'), teamId, sessionId: null },
      ...{ subject: null, step, tell: step, toRole: 'coordinator', recipientId: found.person, why: found.why, lane },
      ...{ revision: 0, dueOn: today.toString(), sendOn: today.toString() },
    }
    notices.set(found.person, notice)
    ofCase.set(caseId, notice.id)
  }
  await insertNotices(tx, [...notices.values()], now)
  if (lane === 'at-once') await giveSessionMessages(tx, { teamId, sessionId: null, rules, now })
  return (caseId) => ofCase.get(caseId) ?? null
}
