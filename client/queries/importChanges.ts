import type { Database } from '../../prisma/database'

/** One obligation that an import would bring, move or end, by case. Days are ISO text; null: it was not there, or will not be. */
export interface ImportChange {
  readonly ref: string
  readonly rule: string
  readonly from: string | null
  readonly to: string | null
}

/** What would become of open obligations, those that move first, then those that end, then new ones. */
export const importChanges = (db: Database, runId: string, most: number): Promise<ImportChange[]> => db.$queryRaw<
  ImportChange[]
>`
  select c.previewed->>'ref' as ref, x->>'rule' as rule, x->>'from' as from, x->>'to' as to
  from import_case c, jsonb_array_elements(c.previewed->'obligations') x
  where c.run_id = ${runId}::uuid
  order by x->>'from' is null, x->>'to' is not null and x->>'from' is null, x->>'to' is null, 1, 2, 3, 4 limit ${most}`
