import { sqlState } from '../../../prisma/inTransaction'
import { describeFailure } from '../../planning/askSafely'
import type { Finding } from '../finding'
import type { CaseToApply } from './caseSource'

/**
 * Whether what went wrong lies in one case: its data, or a fault of ours in it. A database that is busy or away is everybody's, and is tried again.
 */
export function isOfTheCase(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== undefined) return /^2[23]/.test(state)
  return error instanceof Error && !('clientVersion' in error)
}

/** The case stays as it was, and every import tries it again. The words of the error stay out: they may hold data. */
export const notTaken = (file: string, { children }: CaseToApply, error: unknown): Finding => ({
  kind: 'not-taken',
  file,
  line: null,
  record: children[0] ?? null,
  field: null,
  problem: `The case of this child could not be brought up to date (${describeFailure(error)}). It is as it was; all other cases were taken.`,
  taken: 'rejected',
})
