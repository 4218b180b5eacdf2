import type { Database } from '../../../../prisma/database'

export interface AgreedAction {
  readonly id: string
  readonly action: string
  readonly owner: string
  /** ISO date. */
  readonly by: string
}

/** The actions that a session agreed on a case, as they stand after corrections. */
export const agreedActions = (
  db: Database,
  { sessionId, caseId }: { readonly sessionId: string; readonly caseId: string },
): Promise<AgreedAction[]> => db.$queryRaw<AgreedAction[]>`
  select e.id::text, e.payload ->> 'action' as action, coalesce(p.name, e.payload ->> 'owner') as owner, e.payload ->> 'by' as by
  from chronology_event e left join person p on p.id::text = e.payload ->> 'owner'
  where e.case_id = ${caseId}::uuid and e.kind = 'action-agreed' and not e.voids and e.payload ->> 'meeting' = ${sessionId}
    and not exists (select from chronology_event v where v.case_id = e.case_id and v.supersedes = e.id)
  order by e.facts_version, e.position`
