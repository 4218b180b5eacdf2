import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'

/** Drift that was found beside what an alert is about. */
export interface FoundBeside {
  readonly escalation_id: string
  readonly title: string
  /** ISO date. */
  readonly found_on: string
}

/** What was found beside open alerts, each once however many children it is of. Their cases have been asked about before. */
export const besideAlerts = async (db: Database, ids: readonly string[]): Promise<readonly FoundBeside[]> =>
  ids.length === 0
    ? []
    : (
        await rowsOf<{ rows: FoundBeside }>(db, {
          rows: Prisma.sql`
            select distinct m.escalation_id, o.title, o.due_on as found_on from escalation_member m join obligation o on o.id = m.obligation_id
            where m.escalation_id = any(${[...ids]}::uuid[]) and m.left_at is null and not m.leads order by m.escalation_id, found_on, o.title`,
        })
      ).rows
