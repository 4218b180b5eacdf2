import type { Database } from '../../prisma/database'
import { describeFailure } from './askSafely'

/** Puts what went wrong with a case where a person sees it; its next plan that succeeds takes it away. Outside the transaction that failed. */
export const noteProblem = (db: Database, caseId: string, error: unknown): Promise<number> =>
  db.$executeRaw`update case_file set problem = ${describeFailure(error)} where id = ${caseId}::uuid`
