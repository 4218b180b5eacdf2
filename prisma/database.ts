import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from './generated/client'
import { statementNames } from './statementNames'

export type Database = PrismaClient
export type Transaction = Prisma.TransactionClient

/** Milliseconds: a lock gives up first, then a statement, then the transaction, then the activity (10 s). design.md 4 */
const LIMITS = { lock_timeout: 3_000, statement_timeout: 5_000, idle_in_transaction_session_timeout: 8_000 }
export const TRANSACTION = { timeout: 8_000, maxWait: 5_000 }

export const CONNECTIONS = 12

/** Whoever signs in works as this role: it has no right to change what is append-only (migration 0002). */
const ROLE = '-c role=caseclock_app'

/** A pool of connections to the facts. `url` is a postgres:// address. Nothing connects before the first question. */
export const openDatabase = (url: string, connections = CONNECTIONS): Database =>
  new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: url, max: connections, options: ROLE, ...LIMITS },
      { statementNameGenerator: statementNames() },
    ),
  })
