import type { Database } from '../../../prisma/database'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'

export interface CaseLine {
  readonly ref: string
  readonly team: string | null
  readonly open: boolean
  readonly factsVersion: number
}

/** The cases a reader may open, by reference, after one; `limit` at most. */
export const caseLines = (
  db: Database,
  reader: Reader,
  after: string,
  limit: number,
): Promise<CaseLine[]> => db.$queryRaw<CaseLine[]>`
  select c.ref, t.name as team, c.open, c.facts_version as "factsVersion" from case_file c left join team t on t.id = c.team_id
  where c.ref > ${after} and ${readableCases(reader)} order by c.ref limit ${limit}`

/** One case, of which the caller has asked whether it may be read. */
export async function caseLine(db: Database, caseId: string): Promise<CaseLine | undefined> {
  const [row] = await db.$queryRaw<CaseLine[]>`
    select c.ref, t.name as team, c.open, c.facts_version as "factsVersion" from case_file c left join team t on t.id = c.team_id where c.id = ${caseId}::uuid`
  return row
}

export interface EventLine {
  readonly id: string
  readonly kind: string
  readonly on: string
  readonly children: readonly string[]
  readonly data: unknown
  readonly corrects: string | null
  readonly takesBack: boolean
}

/** The facts of a case in the order in which they were recorded, after one (its place, from 0); `limit` at most. The caller has asked whether it may be read. */
export const eventLines = (
  db: Database,
  caseId: string,
  after: number,
  limit: number,
): Promise<EventLine[]> => db.$queryRaw<EventLine[]>`
  select id::text, kind, occurred_on::text as on, children::text[], payload as data, supersedes::text as corrects, voids as "takesBack"
  from chronology_event where case_id = ${caseId}::uuid order by facts_version, position offset ${after} limit ${limit}`

export interface ObligationLine {
  readonly id: string
  readonly rule: string
  readonly title: string
  readonly child: string | null
  readonly dueOn: string
  readonly limitOn: string
  readonly bookedFor: string | null
  readonly state: string
  readonly endedOn: string | null
  readonly policy: string
  readonly explanation: readonly string[]
}

/** What is or was due on a case, with why it is that day, after one id; `limit` at most. */
export const obligationLines = (
  db: Database,
  caseId: string,
  after: string,
  limit: number,
): Promise<ObligationLine[]> => db.$queryRaw<ObligationLine[]>`
  select o.id::text, o.rule, o.title, k.id::text as child, o.due_on::text as "dueOn", o.limit_on::text as "limitOn", o.booked_for::text as "bookedFor", o.state,
    o.ended_on::text as "endedOn", o.policy, case when o.moved_because is null then o.explanation else o.explanation || to_jsonb(o.moved_because) end as explanation
  from obligation o left join child k on k.case_id = o.case_id and k.id::text = o.subject
  where o.case_id = ${caseId}::uuid and o.state <> 'gone' and o.id::text > ${after} order by o.id::text limit ${limit}`
