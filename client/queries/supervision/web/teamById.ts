import type { Database } from '../../../../prisma/database'

/** The name of a team; undefined where there is none by this id. */
export const teamById = async (db: Database, teamId: string): Promise<string | undefined> =>
  (await db.$queryRaw<{ name: string }[]>`select name from team where id = ${teamId}::uuid`)[0]?.name
