import { Prisma } from './generated/client'
import type { Database, Transaction } from './database'

/** Questions by name, and the row each of them answers with. */
type Questions<Rows> = { readonly [Name in keyof Rows]: Prisma.Sql }
type Answers<Rows> = { readonly [Name in keyof Rows]: readonly Rows[Name][] }

/**
 * Several questions in one round trip, of one moment, each answered by its rows in its order; none may lock, for nothing says which is asked first.
 * `given`: a `with` of what several of them read, worked out once. They come as JSON: for many rows of many columns that costs a third of `$queryRaw`, which converts every single value. Dates are ISO text, moments ISO text with their offset, ids text, whole numbers numbers.
 */
export async function rowsOf<Rows extends object>(
  tx: Transaction | Database,
  questions: Questions<Rows>,
  given: Prisma.Sql = Prisma.empty,
): Promise<Answers<Rows>> {
  const names = Object.keys(questions) as (keyof Rows)[]
  const each = names.map((name) => Prisma.sql`(select coalesce(json_agg(r), '[]'::json) from (${questions[name]}) r)`)
  const [row] = await tx.$queryRaw<{ answers: readonly unknown[] }[]>(
    Prisma.sql`${given} select json_build_array(${Prisma.join(each)}) as answers`,
  )
  return Object.fromEntries(names.map((name, index) => [name, row?.answers[index] ?? []])) as Answers<Rows>
}
