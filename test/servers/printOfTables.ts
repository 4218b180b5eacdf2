import type { Database } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'

/** What every table holds, as a number each: two that are the same have seen nothing written between them. `but`: tables that are not asked. */
export async function printOfTables(db: Database, but: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> all(${[...but]}::text[])
      and has_table_privilege(oid, 'select') order by 1`
  const prints: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await db.$queryRaw<{ print: string }[]>(
      Prisma.raw(`select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from "${name}" t`),
    )
    prints[name] = row?.print ?? ''
  }
  return prints
}
