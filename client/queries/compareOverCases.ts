import { loadFactsOf, type CaseOf } from '../../activities/planning/loadFacts'
import { knownOn } from '../../domain/chronology/knownOn'
import {
  comparePolicies,
  type Comparing,
  type PolicyChange,
  type ToldOnDayOne,
} from '../../domain/policy/comparePolicies'
import { whatDiffers } from '../../domain/policy/whatDiffers'
import type { Database } from '../../prisma/database'

/** What would be otherwise over a whole caseload. */
export interface CaseloadComparison {
  /** How many cases were looked at. */
  readonly cases: number
  readonly changes: readonly PolicyChange[]
  readonly told: readonly ToldOnDayOne[]
  /** The ids of the cases on which anything would be otherwise. */
  readonly concerned: readonly string[]
}

/** Cases of one question: their facts are let go before the next are read. */
const PAGE = 200

/** Compares two rulings on every case of the database, a page at a time; closed ones too, for their follow-ups. Reads only. */
export async function compareOverCases(db: Database, asked: Comparing): Promise<CaseloadComparison> {
  const comparing = whatDiffers(asked)
  const changes: PolicyChange[] = []
  const told: ToldOnDayOne[] = []
  const concerned: string[] = []
  let cases = 0
  for (let after = BEFORE_ALL; ;) {
    const page = await db.$queryRaw<CaseOf[]>`
      select id, ref, team_id, live_since::text from case_file where id > ${after}::uuid order by id limit ${PAGE}`
    const last = page.at(-1)
    if (last === undefined) return { cases, changes, told, concerned }
    const facts = await loadFactsOf(db, page)
    for (const [index, { id }] of page.entries()) {
      const known = facts[index]
      if (known === undefined) continue
      const one = comparePolicies(knownOn(known, comparing.today), comparing)
      changes.push(...one.changes)
      told.push(...one.told)
      if (one.changes.length + one.told.length > 0) concerned.push(id)
    }
    cases += page.length
    after = last.id
  }
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
