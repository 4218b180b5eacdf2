import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'

export interface AlertLine {
  readonly id: string
  readonly case: string
  readonly title: string
  readonly dueOn: string
  readonly state: string
  readonly openedAt: string
}

const LINE = Prisma.sql`
  select e.id::text, c.ref as case, o.title, e.due_on::text as "dueOn", e.state, to_char(e.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "openedAt"
  from escalation e join case_file c on c.id = e.case_id join obligation o on o.id = e.obligation_id`

/** The open alerts of cases a reader may open, after one id; `limit` at most. */
export const alertLines = (db: Database, reader: Reader, after: string, limit: number): Promise<AlertLine[]> =>
  db.$queryRaw<
    AlertLine[]
  >`${LINE} where e.state = 'open' and e.id::text > ${after} and ${readableCases(reader)} order by e.id::text limit ${limit}`

export interface AlertEntry {
  readonly entry: string
  readonly rung: number | null
  readonly person: string | null
  readonly reason: string
}

/** One alert with what happened on it, where its case may be opened; undefined else. */
export async function alertOf(
  db: Database,
  reader: Reader,
  id: string,
): Promise<(AlertLine & { readonly entries: readonly AlertEntry[] }) | undefined> {
  const [line] = await db.$queryRaw<
    AlertLine[]
  >`${LINE} where e.id::text = ${id.toLowerCase()} and ${readableCases(reader)}`
  if (line === undefined) return undefined
  const entries = await db.$queryRaw<AlertEntry[]>`
    select x.entry, x.rung, p.name as person, x.reason from escalation_entry x left join person p on p.id = x.person_id
    where x.escalation_id = ${line.id}::uuid order by x.number`
  return { ...line, entries }
}
