import type { Database } from '../../prisma/database'
import { describeFailure } from '../planning/askSafely'
import { tellAdministrators } from './tellAdministrators'

/**
 * The end of a round of `day` (ISO date): what stands to be put right is told to the administrators last, so that it holds what went wrong on
 * the way. `problem`, that of the round itself, stands on its row by then.
 */
export async function tellLast(
  db: Database,
  day: string,
  problem: string | null,
): Promise<{ readonly messages: readonly string[]; readonly failures: readonly string[] }> {
  await db.$executeRaw`update process set problem = ${problem} where id = 'round'`
  try {
    return { messages: await tellAdministrators(db, day), failures: [] }
  } catch (error) {
    return { messages: [], failures: [describeFailure(error)] }
  }
}
