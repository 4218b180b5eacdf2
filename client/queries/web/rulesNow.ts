import type { LocalDate } from '@js-joda/core'
import { rulesInForce, type RulesInForce } from '../../../activities/planning/rulesInForce'
import type { Rules } from '../../../activities/planning/rules'
import type { Database, Transaction } from '../../../prisma/database'

const readers = new WeakMap<Database | Transaction, RulesInForce>()

/** The rules in force on a London day, read anew only where there are others: a page asks for them every time. */
export function rulesNow(db: Database | Transaction, today: LocalDate): Promise<Rules> {
  const known = readers.get(db) ?? rulesInForce()
  readers.set(db, known)
  return known(db, today)
}
