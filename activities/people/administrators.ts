import type { LocalDate } from '@js-joda/core'
import type { Database, Transaction } from '../../prisma/database'
import { knownPeople } from './knownPeople'
import { loadPeople } from './loadPeople'

/** Who administers Caseclock on a day, by person id: in post, in that role. */
export const administrators = async (tx: Transaction | Database, day: LocalDate): Promise<readonly string[]> =>
  knownPeople(await loadPeople(tx, day.toString()), day, null)
    .filter(({ active, roles }) => active && roles.some(({ role }) => role === 'administrator'))
    .map(({ id }) => id)
