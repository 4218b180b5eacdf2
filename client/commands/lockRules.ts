import type { Transaction } from '../../prisma/database'

/** One change of rules or calendar at a time: each is checked against those before it. Plans do not wait for it. */
export const lockRules = (tx: Transaction): Promise<number> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext('rules'))`
