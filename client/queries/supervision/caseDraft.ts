import { readClock } from '../../../activities/clock'
import { londonDay } from '../../../domain/calendar/london'
import type { SummaryDraft } from '../../../domain/supervision/summary/summaryDraft'
import type { Database } from '../../../prisma/database'
import { isReadableBy } from '../readableBy'
import { caseRecord } from './caseRecord'

interface Row {
  readonly id: string
  readonly ref: string
  readonly team_id: string | null
  readonly live_since: string | null
}

/** What the record says of a case since its last discussion, to write its summary from; undefined where there is none by that reference, or the reader may not read it. */
export async function caseDraft(
  db: Database,
  { ref, readerId }: { readonly ref: string; readonly readerId: string },
): Promise<{ readonly draft: SummaryDraft; readonly worker: string | null } | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    select id::text, ref, team_id::text, live_since::text from case_file where ref = ${ref}`
  const day = londonDay((await readClock(db)).now)
  if (row === undefined || !(await isReadableBy(db, row, { readerId, day }))) return undefined
  return caseRecord(db, { id: row.id, ref, teamId: row.team_id, liveSince: row.live_since }, day)
}
