import type { LocalDate } from '@js-joda/core'
import { scopeOn, type Reach } from '../../domain/access/mayAct'
import { coveredBy } from '../../domain/access/standIn'
import { knownOn } from '../../domain/chronology/knownOn'
import { holdersOf } from '../../activities/people/holdersOf'
import { knownPeople, parentsOf } from '../../activities/people/knownPeople'
import { loadPeople } from '../../activities/people/loadPeople'
import { loadFactsOf } from '../../activities/planning/loadFacts'
import type { CaseRow } from '../../activities/planning/lockCase'
import type { Database } from '../../prisma/database'

type Readable = Pick<CaseRow, 'id' | 'ref' | 'team_id' | 'live_since'>

interface Reading {
  readonly readerId: string
  readonly day: LocalDate
}

/**
 * Which of some cases a person may read as a whole, by id: in post, not kept out by a restriction, and holding the case or a role for it. Whoever has a part of a
 * case only (police, the manager it is being handed to) has pages of their own.
 */
export async function readableBy(
  db: Database,
  rows: readonly Readable[],
  { readerId, day }: Reading,
): Promise<ReadonlySet<string>> {
  const everybody = await loadPeople(db, day.toString())
  const parents = parentsOf(everybody)
  const scopes = (row: Readable, holders: ReadonlySet<string>): string => {
    const known = knownPeople(everybody, day, row.id)
    const person = known.find(({ id }) => id === readerId)
    const reach: Reach = { teamId: row.team_id, parents, holders }
    return person === undefined ? 'nothing' : scopeOn(person, reach, coveredBy(person, known))
  }
  const nobody: ReadonlySet<string> = new Set()
  const byRole = new Set(rows.filter((row) => scopes(row, nobody) === 'everything'))
  // Who holds a case is read only where no role settles it.
  const others = rows.filter((row) => !byRole.has(row))
  const facts = await loadFactsOf(db, others)
  const byHolding = others.filter((row, index) => {
    const one = facts[index]
    if (one === undefined) return false
    const { allocatedWorker, chair } = holdersOf(knownOn(one, day), day)
    return scopes(row, new Set([...allocatedWorker, ...chair])) === 'everything'
  })
  return new Set([...byRole, ...byHolding].map(({ id }) => id))
}

/** The same of one case. */
export const isReadableBy = async (db: Database, row: Readable, reading: Reading): Promise<boolean> =>
  (await readableBy(db, [row], reading)).has(row.id)
