import type { LocalDate } from '@js-joda/core'
import { standInFor } from '../../domain/access/standIn'
import type { Database, Transaction } from '../../prisma/database'
import { knownPeople } from './knownPeople'
import { loadPeople } from './loadPeople'

/**
 * Who administers Caseclock on a day, by person id: in post, in that role, or covering for one who is away. Where nobody covers for the only one, that one: what
 * has to be put right waits for somebody.
 */
export async function administrators(tx: Transaction | Database, day: LocalDate): Promise<readonly string[]> {
  const known = knownPeople(await loadPeople(tx, day.toString()), day, null)
  const all = known.filter(({ active, roles }) => active && roles.some(({ role }) => role === 'administrator'))
  const here = all.flatMap((person) => standInFor(person, known).person?.id ?? [])
  return here.length > 0 ? [...new Set(here)] : all.map(({ id }) => id)
}
