import type { Database } from '../../prisma/database'

/** What only a person can put right: cases that cannot be planned, and mails that nobody takes or that cannot be written. */
export async function waitsForAPerson(db: Database): Promise<{ problems: number; undelivered: number }> {
  const [row] = await db.$queryRaw<{ problems: number; undelivered: number }[]>`
    select (select count(*)::int from case_file where problem is not null) as problems,
      (select count(*)::int from message where problem is not null) as undelivered`
  return row ?? { problems: 0, undelivered: 0 }
}
