import type { Finding } from '../../../activities/import/finding'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'

export interface FindingRow extends Finding {
  /** The case it is about, where there is one. */
  readonly ref: string | null
}

interface Asked {
  readonly runId: string
  /** Only what was done with it: rejected, warning, file-rejected; null: all. */
  readonly taken: string | null
  readonly offset: number
  readonly most: number
}

/** What a run found, by file and line; nothing about a case that the reader may not open. */
export const findingsPage = (
  db: Database,
  reader: Reader,
  { runId, taken, offset, most }: Asked,
): Promise<FindingRow[]> => db.$queryRaw<FindingRow[]>`
  select f.kind, f.file, f.line, f.record, f.field, f.problem, f.taken, (select c.ref from case_file c where c.id = f.case_id) as ref
  from import_finding f where f.run_id = ${runId}::uuid and ${mayRead(reader)} and (${taken}::text is null or f.taken = ${taken}::text)
  order by f.file, f.line nulls first, f.number limit ${most} offset ${offset}`

export interface FindingCount {
  readonly runId: string
  readonly taken: Finding['taken']
  readonly many: number
}

/** How many there are of the same, by run and by what was done with them. */
export const findingCounts = (db: Database, reader: Reader, runIds: readonly string[]): Promise<FindingCount[]> =>
  db.$queryRaw<FindingCount[]>`
  select f.run_id::text as "runId", f.taken, count(*)::int as many from import_finding f
  where f.run_id = any(${[...runIds]}::uuid[]) and ${mayRead(reader)} group by f.run_id, f.taken`

/** A row that belongs to no case is for whoever imports; so is one of a case that is not there yet, for whoever works on every case. */
const mayRead = (reader: Reader): Prisma.Sql => Prisma.sql`(f.case_id is null
  or exists (select from case_file c where c.id = f.case_id and ${readableCases(reader)})
  or (${reader.everywhere} and not exists (select from case_file c where c.id = f.case_id)))`
