import { isEventKind, type EventKind } from '../../../domain/chronology/eventKinds'
import type { Database } from '../../../prisma/database'

/** What became of a fact that was put right or taken back. */
export interface LatestVersion {
  /** Of the fact that was asked about. */
  readonly kind: EventKind
  /** Of what stands in its place now. */
  readonly latest: { readonly id: string; readonly kind: string; readonly voids: boolean }
}

/** The last of the corrections of a fact of this case; undefined where it was never corrected, or is none of this case. */
export async function latestVersion(db: Database, caseId: string, eventId: string): Promise<LatestVersion | undefined> {
  const [row] = await db.$queryRaw<{ asked: string; id: string; kind: string; voids: boolean }[]>`
    with recursive version as (
      select e.id, e.kind, e.voids, 0 as step, e.kind as asked from chronology_event e
      where e.case_id = ${caseId}::uuid and e.id::text = ${eventId.toLowerCase()}
      union all
      select e.id, e.kind, e.voids, v.step + 1, v.asked from version v join chronology_event e on e.case_id = ${caseId}::uuid and e.supersedes = v.id
      where v.step < 1000
    )
    select asked, id::text, kind, voids from version where step > 0 order by step desc, id desc limit 1`
  if (row === undefined || !isEventKind(row.asked)) return undefined
  return { kind: row.asked, latest: { id: row.id, kind: row.kind, voids: row.voids } }
}
