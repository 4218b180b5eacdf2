import type { Database } from '../../../prisma/database'

/** The team of a session; empty where there is no such session. */
export const teamOfSession = async (db: Database, sessionId: string): Promise<string> =>
  (
    await db.$queryRaw<
      { team_id: string }[]
    >`select team_id::text from session where id::text = ${sessionId.toLowerCase()}`
  )[0]?.team_id ?? ''
