import type { Transaction } from '../../prisma/database'
import type { TellingYear } from './tellingYear'
import { writeYearNotices } from './writeYearNotices'

interface Untold {
  readonly id: string
  readonly case_id: string
}

/** A change that nobody could be told of for so long is left to the list of the year. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Tells whoever coordinates, and may open the case, what of a year nobody has been told: open gaps at once, what became otherwise in the next morning's digest. Also what was written for
 * somebody who then could not be told any longer, and what nobody could be told of before.
 */
export async function tellUntold(tx: Transaction, telling: TellingYear): Promise<void> {
  const { teamId, now } = telling
  const gaps = await tx.$queryRaw<Untold[]>`
    select g.id::text, g.case_id::text from supervision_gap g left join supervision_notice n on n.id = g.notice_id
    where g.team_id = ${teamId}::uuid and g.closed_at is null and (n.id is null or n.withdrawn_at is not null) order by g.id`
  const ofGap = await told(tx, gaps, { ...telling, step: 'gap', lane: 'at-once' })
  if (ofGap !== null)
    await tx.$executeRaw`
      update supervision_gap x set notice_id = t.notice_id from jsonb_to_recordset(${ofGap}::jsonb) t (id uuid, notice_id uuid) where x.id = t.id`
  const changes = await tx.$queryRaw<Untold[]>`
    select x.id::text, x.case_id::text from supervision_change x left join supervision_notice n on n.id = x.notice_id
    where x.team_id = ${teamId}::uuid and x.at >= ${new Date(now - WEEK_MS).toISOString()}::timestamptz and (n.id is null or n.withdrawn_at is not null) order by x.id`
  const ofChange = await told(tx, changes, { ...telling, step: 'moved', lane: 'digest' })
  if (ofChange !== null)
    await tx.$executeRaw`
      update supervision_change x set notice_id = t.notice_id from jsonb_to_recordset(${ofChange}::jsonb) t (id uuid, notice_id uuid) where x.id = t.id`
}

/** The notice of each, as JSON; null where there is nothing to tell. */
async function told(
  tx: Transaction,
  rows: readonly Untold[],
  telling: Parameters<typeof writeYearNotices>[1],
): Promise<string | null> {
  if (rows.length === 0) return null
  const noticeOf = await writeYearNotices(tx, telling, rows)
  return JSON.stringify(rows.map(({ id, case_id }) => ({ id, notice_id: noticeOf(case_id) })))
}
