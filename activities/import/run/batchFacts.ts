import type { Database, Transaction } from '../../../prisma/database'
import type { CaseToApply } from './caseSource'
import { factsOfCase, factsOfCases, type FactsOfCase } from './factsOfCase'

/** Events read ahead at once; the cases of a batch with more ask for themselves. */
const MOST_AHEAD = 20_000

/** The facts of some cases, read for a batch. */
export interface BatchFacts {
  /** Reads what the next cases will ask for. */
  ahead(cases: readonly CaseToApply[]): Promise<void>
  /** The facts of a case. With the version of its locked row: what was read ahead counts only while it is that of then. */
  of(tx: Transaction, caseId: string, version?: number): Promise<FactsOfCase>
}

export function batchFacts(db: Database): BatchFacts {
  let ahead: ReadonlyMap<string, FactsOfCase> = new Map()
  return {
    ahead: async (cases) => {
      const ids = cases.map(({ caseId }) => caseId)
      ahead = (await factsOfCases(db, ids, MOST_AHEAD)) ?? new Map()
    },
    of: async (tx, caseId, version) => {
      const known = ahead.get(caseId)
      return known !== undefined && (version ?? known.version) === known.version ? known : factsOfCase(tx, caseId)
    },
  }
}
