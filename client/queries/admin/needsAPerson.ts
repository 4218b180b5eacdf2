import type { Database } from '../../../prisma/database'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'

export interface NeedsAPerson {
  readonly undelivered: number
  readonly unplanned: number
  readonly processes: number
  readonly imports: number
  readonly held: boolean
}

/** How much waits for a person to put it right; of cases, those the reader may open. */
export async function needsAPerson(db: Database, reader: Reader): Promise<NeedsAPerson> {
  const [row] = await db.$queryRaw<NeedsAPerson[]>`
    select (select count(*)::int from delivery_task where done_at is null) as undelivered,
      (select count(*)::int from case_file c where c.problem is not null and ${readableCases(reader)}) as unplanned,
      (select count(*)::int from process where problem is not null)
        + (select count(*)::int from escalation e where e.problem is not null and e.state = 'open') as processes,
      (select count(*)::int from import_run where state in ('waiting', 'refused')
        and number >= (select max(number) from import_run)) as imports,
      (select sending_held from authority where id = 1) as held`
  return row ?? { undelivered: 0, unplanned: 0, processes: 0, imports: 0, held: false }
}

export interface UnplannedCase {
  readonly ref: string
  readonly problem: string
  readonly team: string | null
}

/** The cases that cannot be planned, as far as the reader may open them. */
export const unplannedCases = (db: Database, reader: Reader, most: number): Promise<UnplannedCase[]> => db.$queryRaw<
  UnplannedCase[]
>`
  select c.ref, c.problem, t.name as team from case_file c left join team t on t.id = c.team_id
  where c.problem is not null and ${readableCases(reader)} order by c.ref limit ${most}`
