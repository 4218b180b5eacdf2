import type { Transaction } from '../../prisma/database'
import type { NamedGap } from '../../domain/supervision/kept/lostInTheMonth'
import { newId } from '../newId'
import { keptRemedy, type KeptRemedy } from './keptRemedy'
import type { TellingYear } from './tellingYear'

/** A gap that stands in the database. */
export interface OpenGap {
  readonly id: string
  readonly ref: string
  readonly month: string
}

export const openGaps = (tx: Transaction, teamId: string): Promise<readonly OpenGap[]> =>
  tx.$queryRaw<OpenGap[]>`
    select g.id::text, c.ref, g.month from supervision_gap g join case_file c on c.id = g.case_id
    where g.team_id = ${teamId}::uuid and g.closed_at is null order by g.month, c.ref`

/**
 * Writes down every gap that is new, for `tellUntold` to tell, and closes those that are none any longer. A month that the plan does not reach any more keeps its gaps: the case was not
 * discussed in it.
 */
export async function saveGaps(
  tx: Transaction,
  gaps: readonly NamedGap[],
  before: readonly OpenGap[],
  telling: TellingYear,
): Promise<void> {
  const { teamId, now, today, idsOf, words } = telling
  const moment = new Date(now).toISOString()
  const firstMonth = today.plusDays(1).toString().slice(0, 7)
  const stands = new Map(gaps.map((gap) => [`${gap.case} ${gap.month}`, gap]))
  const known = new Map(before.map((gap) => [`${gap.ref} ${gap.month}`, gap]))
  const closed = before.filter(({ ref, month }) => month >= firstMonth && !stands.has(`${ref} ${month}`))
  await tx.$executeRaw`
    update supervision_gap set closed_at = ${moment}::timestamptz where id = any(${closed.map(({ id }) => id)}::uuid[])`
  // What the plan does not reach any more nothing mends.
  const passed = before.filter(({ month }) => month < firstMonth)
  await tx.$executeRaw`
    update supervision_gap set remedy = null where id = any(${passed.map(({ id }) => id)}::uuid[]) and remedy is not null`
  const standing = gaps.flatMap((gap) => {
    const old = known.get(`${gap.case} ${gap.month}`)
    return old === undefined ? [] : [{ id: old.id, ...saying(gap) }]
  })
  if (standing.length > 0)
    await tx.$executeRaw`
      update supervision_gap g set why = r.why, remedy = r.remedy from jsonb_to_recordset(${JSON.stringify(standing)}::jsonb) r (id uuid, why text, remedy jsonb)
      where g.id = r.id and (g.why, g.remedy) is distinct from (r.why, r.remedy)`
  const raised = gaps.flatMap((gap) => {
    const caseId = idsOf.get(gap.case)
    if (caseId === undefined || known.has(`${gap.case} ${gap.month}`)) return []
    return [{ id: newId(now), team_id: teamId, case_id: caseId, month: gap.month, ...saying(gap), raised_at: moment }]
  })
  if (raised.length === 0) return
  await tx.$executeRaw`
    insert into supervision_gap select * from jsonb_populate_recordset(null::supervision_gap, ${JSON.stringify(raised)}::jsonb)`

  function saying(gap: NamedGap): { readonly why: string; readonly remedy: KeptRemedy | null } {
    return { why: words(gap.why, gap.case), remedy: gap.remedy === null ? null : keptRemedy(gap.remedy) }
  }
}
