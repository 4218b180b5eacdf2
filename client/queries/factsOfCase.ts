import { loadFacts } from '../../activities/planning/loadFacts'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { Database } from '../../prisma/database'

interface Row {
  readonly id: string
  readonly ref: string
  readonly team_id: string | null
  readonly live_since: string | null
}

/** The facts of a case by its reference, or undefined. No names. */
export async function factsOfCase(db: Database, ref: string): Promise<CaseFacts | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    select id, ref, team_id, live_since::text from case_file where ref = ${ref}`
  return row === undefined ? undefined : loadFacts(db, row)
}
