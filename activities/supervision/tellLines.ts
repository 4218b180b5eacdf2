import type { LocalDate } from '@js-joda/core'
import type { SessionLine } from '../../domain/supervision/session/sessionLine'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import { insertNotices, type NewNotice } from './insertNotices'
import type { SessionRow } from './sessionFacts'
import type { SessionReaders } from './sessionReaders'

interface Telling {
  readonly row: SessionRow
  readonly readers: SessionReaders
  readonly today: LocalDate
  readonly now: number
}

/** Writes what a session says now, to whoever stands there today. What nobody may be told is said again when somebody may. */
export async function tellLines(
  tx: Transaction,
  lines: readonly SessionLine[],
  { row, readers, today, now }: Telling,
): Promise<void> {
  const notices = lines.flatMap((line): NewNotice[] => {
    const found = readers(line.to, line.subject, line.lane)
    if (found === null) return []
    const dueOn = line.dueOn.toString()
    return [
      {
        id: newId(now),
        key: ['session', row.id, line.step, line.subject, line.tell, dueOn, found.person].join('/'),
        ...{ teamId: row.team_id, sessionId: row.id, subject: line.subject === 'session' ? null : line.subject },
        ...{ step: line.step, tell: line.tell, toRole: line.to, recipientId: found.person, why: found.why },
        ...{ lane: line.lane, revision: row.revision, dueOn, sendOn: today.toString() },
      },
    ]
  })
  await insertNotices(tx, notices, now)
}
