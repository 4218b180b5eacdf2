import { randomUUID } from 'node:crypto'
import type { Database } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'

/** A fact the planner cannot read, as a bug in an import might leave it. Answers its id. */
export const addBadFact = (db: Database, caseId: string): Promise<string> =>
  append(db, caseId, { payload: 'null', of: null })

/** Takes it back: the case can be planned again. */
export const takeBack = (db: Database, caseId: string, fact: string): Promise<string> =>
  append(db, caseId, { payload: '{}', of: fact })

const append = (db: Database, caseId: string, { payload, of }: { payload: string; of: string | null }) =>
  inTransaction(db, async (tx) => {
    const [row] = await tx.$queryRaw<{ facts_version: number }[]>`
      update case_file set facts_version = facts_version + 1 where id = ${caseId}::uuid returning facts_version`
    const id = randomUUID()
    await tx.$executeRaw`
      insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, supersedes, voids, command_id)
      values (${id}::uuid, ${caseId}::uuid, ${row?.facts_version}::int, 0, 'icpc-held', '2026-04-01', '2026-04-01', '{}', ${payload}::jsonb, ${of}::uuid, ${of !== null},
        ${randomUUID()}::uuid)`
    return id
  })
