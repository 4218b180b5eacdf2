import { knownOn } from '../../domain/chronology/knownOn'
import {
  comparePolicies,
  type Comparing,
  type PolicyChange,
  type ToldOnDayOne,
} from '../../domain/policy/comparePolicies'
import { whatDiffers } from '../../domain/policy/whatDiffers'
import type { Database } from '../../prisma/database'
import { casesByPage } from './casesByPage'

/** What would be otherwise over a whole caseload. */
export interface CaseloadComparison {
  /** How many cases were looked at. */
  readonly cases: number
  readonly changes: readonly PolicyChange[]
  readonly told: readonly ToldOnDayOne[]
  /** The ids of the cases on which anything would be otherwise. */
  readonly concerned: readonly string[]
}

/** Compares two rulings on every case of the database, a page at a time; closed ones too, for their follow-ups. Reads only. */
export async function compareOverCases(db: Database, asked: Comparing): Promise<CaseloadComparison> {
  const comparing = whatDiffers(asked)
  const changes: PolicyChange[] = []
  const told: ToldOnDayOne[] = []
  const concerned: string[] = []
  let cases = 0
  for await (const { id, facts } of casesByPage(db, 'all')) {
    const one = comparePolicies(knownOn(facts, comparing.today), comparing)
    changes.push(...one.changes)
    told.push(...one.told)
    if (one.changes.length + one.told.length > 0) concerned.push(id)
    cases += 1
  }
  return { cases, changes, told, concerned }
}
