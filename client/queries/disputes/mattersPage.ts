import { openDisputes, openRequests, type OpenDispute, type OpenRequest } from '../../../domain/disputes/openMatters'
import type { Database } from '../../../prisma/database'
import type { Refusal } from '../../commands/command'
import { readCase } from '../plans/readCase'

/** What of a case is disputed, and what agencies were asked for and have not answered. */
export interface MattersPage {
  readonly ref: string
  /** ISO date. */
  readonly today: string
  readonly disputes: readonly OpenDispute[]
  readonly requests: readonly OpenRequest[]
}

/** The open disputes and information requests of a case, or why the reader may not see them. */
export const mattersPage = (db: Database, ref: string, readerId: string): Promise<MattersPage | Refusal> =>
  readCase(db, { ref, readerId, action: 'disputes-read' }, ({ row, today, rules, folded, obligations }) =>
    Promise.resolve({
      ref: row.ref,
      today: today.toString(),
      disputes: openDisputes(folded, { obligations, policy: rules.policy }),
      requests: openRequests(folded, { obligations }),
    }),
  )
