import type { Database } from '../../prisma/database'
import { inTransaction, isBusy, sqlState } from '../../prisma/inTransaction'
import { noteProblem } from './noteProblem'
import { planCase } from './planCase'
import type { RulesInForce } from './rulesInForce'

/**
 * Plans cases before somebody speaks of them, each in a transaction of its own: none waits for another's lock, none fails for another. Answers
 * those that could not be planned; a person sees why on the case. What is wrong with the database itself is thrown on.
 */
export async function planEach(
  db: Database,
  rules: RulesInForce,
  caseIds: Iterable<string>,
): Promise<ReadonlyMap<string, unknown>> {
  const failed = new Map<string, unknown>()
  for (const caseId of caseIds) {
    try {
      await inTransaction(db, (tx) => planCase(tx, rules, caseId))
    } catch (error) {
      if (!isAboutTheCase(error)) throw error
      failed.set(caseId, error)
      if (!isBusy(error)) await noteProblem(db, caseId, error)
    }
  }
  return failed
}

/** Its facts, or a lock on its rows; not a database that is away, full or shutting down. */
function isAboutTheCase(error: unknown): boolean {
  if (!(error instanceof Error) || !error.name.startsWith('PrismaClient')) return true
  const state = sqlState(error)
  return state !== undefined && !/^(08|53|57)/.test(state)
}
