import type { Database } from '../../prisma/database'

/** What every team is called, whether it has a case or not, in order of name. */
export const teamNames = async (db: Database): Promise<readonly string[]> =>
  (await db.$queryRaw<{ name: string }[]>`select name from team order by name`).map(({ name }) => name)
