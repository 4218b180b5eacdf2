import type { Database } from '../../../prisma/database'
import type { ImportChange } from '../importChanges'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'

export interface CaseChange extends ImportChange {
  /** The case is there already. */
  readonly known: boolean
  /** Of how many children it is so. */
  readonly many: number
}

interface Asked {
  readonly runId: string
  readonly offset: number
  readonly most: number
}

/** What would become of what is due, those that move first, then those that end, then new ones; only of cases that the reader may open, or, where they are not there yet, could open whatever team they come to. */
export const changesPage = (
  db: Database,
  reader: Reader,
  { runId, offset, most }: Asked,
): Promise<CaseChange[]> => db.$queryRaw<CaseChange[]>`
  select i.previewed->>'ref' as ref, x->>'rule' as rule, x->>'from' as from, x->>'to' as to,
    exists (select from case_file c where c.id = i.case_id) as known, count(*)::int as many
  from import_case i, jsonb_array_elements(i.previewed->'obligations') x
  where i.run_id = ${runId}::uuid and (exists (select from case_file c where c.id = i.case_id and ${readableCases(reader)})
    or (${reader.everywhere} and not exists (select from case_file c where c.id = i.case_id)))
  group by i.case_id, 1, 2, 3, 4
  order by x->>'from' is null, x->>'to' is not null and x->>'from' is null, x->>'to' is null, 1, 2, 3, 4 limit ${most} offset ${offset}`
