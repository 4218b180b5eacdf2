import { isoDay } from '../../domain/calendar/isoDay'
import type { Database, Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { standingProblems } from '../mail/standingProblems'
import { administrators } from '../people/administrators'
import { insertDigest, lockReader } from './insertDigest'

/**
 * Makes a digest for each administrator who has none on `day` (ISO date) while something stands to be put right, every morning for as long as it
 * stands. Its words are made when it leaves, as every digest's are. One that could not leave yet says the same: no second is made. Answers
 * their ids.
 */
export async function tellAdministrators(db: Database, day: string): Promise<readonly string[]> {
  if ((await standingProblems(db, null)).problems.length === 0) return []
  const made: string[] = []
  for (const personId of await administrators(db, isoDay(day))) {
    const id = await inTransaction(db, (tx) => once(tx, personId, day))
    if (id !== null) made.push(id)
  }
  return made
}

async function once(tx: Transaction, personId: string, day: string): Promise<string | null> {
  await lockReader(tx, personId)
  const has = await tx.$queryRaw<unknown[]>`
    select 1 from message where recipient_id = ${personId}::uuid and lane = 'digest'
      and ((day = ${day}::date and state <> 'withdrawn') or state in ('created', 'unsent')) limit 1`
  return has.length > 0 ? null : insertDigest(tx, personId, day)
}
