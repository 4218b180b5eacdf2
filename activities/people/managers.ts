import { isoDay } from '../../domain/calendar/isoDay'
import { holds } from '../../domain/access/holds'
import { standInFor } from '../../domain/access/standIn'
import type { KnownPerson } from '../../domain/access/whoStandsFor'
import type { Database, Transaction } from '../../prisma/database'
import { knownPeople } from './knownPeople'
import { loadPeople } from './loadPeople'

/** Who reads what a manager is to read today: whoever covers for them, else they themselves; with nobody covering it waits for them. */
export const readsFor = (manager: KnownPerson, known: readonly KnownPerson[]): KnownPerson =>
  standInFor(manager, known).person ?? manager

/** Who manages a team, or those above it, on a day (ISO date), is in post, and is here or covered by nobody; and who covers for the others. By person id. */
export async function managers(tx: Transaction | Database, day: string): Promise<readonly string[]> {
  const on = isoDay(day)
  const known = knownPeople(await loadPeople(tx, day), on, null)
  const managing = known.filter((person) => holds(person, 'manage-team'))
  return [...new Set(managing.map((manager) => readsFor(manager, known).id))].sort()
}
