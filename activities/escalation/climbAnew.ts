import type { Transaction } from '../../prisma/database'

/**
 * Has every open escalation of a case look at its ladder again: other rules may tell a rung sooner, or one more. Their moment is now, so `reconcile`
 * wakes those that sleep. They are locked (lockUnsent).
 */
export const climbAnew = (tx: Transaction, caseId: string, now: number): Promise<number> => tx.$executeRaw`
  update escalation set next_moment = least(next_moment, ${new Date(now).toISOString()}::timestamptz)
  where case_id = ${caseId}::uuid and state = 'open'`
