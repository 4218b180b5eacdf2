import { ruleBook } from '../../../activities/planning/rulesInForce'
import { RulesUnreadable } from '../../../activities/planning/rulesUnreadable'
import type { Database } from '../../../prisma/database'

/** What people call a rule, by its id, of every version there is; none where the rules cannot be read, which their own page says. */
export async function ruleTitles(db: Database): Promise<ReadonlyMap<string, string>> {
  const book = await ruleBook(db).catch((error: unknown) => {
    if (error instanceof RulesUnreadable) return undefined
    throw error
  })
  return new Map(
    (book?.schedule.versions ?? []).flatMap(({ pack }) => pack.rules.map(({ id, title }) => [id, title] as const)),
  )
}
