import type { LocalDate } from '@js-joda/core'
import { scopeOn, type Scope } from '../../domain/access/mayAct'
import { coveredBy } from '../../domain/access/standIn'
import { holdersOf } from '../../activities/people/holdersOf'
import { knownPeople, parentsOf } from '../../activities/people/knownPeople'
import { loadPeople } from '../../activities/people/loadPeople'
import { loadFactsOf, type CaseOf } from '../../activities/planning/loadFacts'
import type { Database } from '../../prisma/database'

export interface ScopeByFacts {
  readonly personId: string
  readonly caseId: string
  readonly scope: Scope
}

/** How much of each case each person may act on, from every fact and one by one: what questions in SQL are held against. Handovers aside. */
export async function scopesByFacts(db: Database, day: LocalDate): Promise<readonly ScopeByFacts[]> {
  const everybody = await loadPeople(db, day.toString())
  const rows = await db.$queryRaw<
    CaseOf[]
  >`select id::text, ref, team_id::text, live_since::text from case_file order by ref`
  const facts = await loadFactsOf(db, rows)
  return rows.flatMap((row, index) => {
    const own = facts[index]
    if (own === undefined) throw new Error(`Case ${row.ref} has no facts.`)
    const { allocatedWorker, chair } = holdersOf(own, day)
    const reach = {
      teamId: row.team_id,
      parents: parentsOf(everybody),
      holders: new Set([...allocatedWorker, ...chair]),
    }
    const known = knownPeople(everybody, day, row.id)
    return known.map((person) => ({
      personId: person.id,
      caseId: row.id,
      scope: scopeOn(person, reach, coveredBy(person, known)),
    }))
  })
}
