import type { Transaction } from '../../prisma/database'
import type { TellingYear } from './saveChanges'
import { writeYearNotices } from './writeYearNotices'

interface Untold {
  readonly id: string
  readonly case_id: string
}

/** Tells what of a year nobody could be told of, or was written for somebody who then could not be told any longer: open gaps at once, changes of the last week in the morning. */
export async function tellAgain(tx: Transaction, telling: TellingYear): Promise<void> {
  const { teamId, now } = telling
  const gaps = await tx.$queryRaw<Untold[]>`
    select g.id::text, g.case_id::text from supervision_gap g left join supervision_notice n on n.id = g.notice_id
    where g.team_id = ${teamId}::uuid and g.closed_at is null and (n.id is null or n.withdrawn_at is not null) order by g.id`
  const toldOfGap = await writeYearNotices(tx, { ...telling, step: 'gap', lane: 'at-once' }, gaps)
  for (const { id, case_id } of gaps) {
    const notice = toldOfGap(case_id)
    if (notice !== null)
      await tx.$executeRaw`update supervision_gap set notice_id = ${notice}::uuid where id = ${id}::uuid`
  }
  const week = new Date(now - WEEK_MS).toISOString()
  const changes = await tx.$queryRaw<Untold[]>`
    select x.id::text, x.case_id::text from supervision_change x left join supervision_notice n on n.id = x.notice_id
    where x.team_id = ${teamId}::uuid and x.at >= ${week}::timestamptz and (n.id is null or n.withdrawn_at is not null) order by x.id`
  const toldOfChange = await writeYearNotices(tx, { ...telling, step: 'moved', lane: 'digest' }, changes)
  for (const { id, case_id } of changes) {
    const notice = toldOfChange(case_id)
    if (notice !== null)
      await tx.$executeRaw`update supervision_change set notice_id = ${notice}::uuid where id = ${id}::uuid`
  }
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
