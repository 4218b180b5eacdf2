import type { Database } from '../../../prisma/database'

/** A fact that was recorded since a version of the case was seen. */
export interface NewFactLine {
  readonly kind: string
  readonly occurred_on: string
  readonly name: string | null
}

/** What is new on a case since this version of it, in its order. */
export const newSince = (db: Database, caseId: string, version: number): Promise<NewFactLine[]> =>
  db.$queryRaw<NewFactLine[]>`
    select e.kind, e.occurred_on::text, p.name from chronology_event e left join person p on p.id = e.actor_id
    where e.case_id = ${caseId}::uuid and e.facts_version > ${version} order by e.facts_version, e.position limit 20`
