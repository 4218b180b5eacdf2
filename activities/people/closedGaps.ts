import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import { knownOn } from '../../domain/chronology/knownOn'
import type { Role } from '../../domain/access/role'
import type { Database, Transaction } from '../../prisma/database'
import { loadFactsOf, type CaseOf } from '../planning/loadFacts'
import { loadPeople, type Everybody } from './loadPeople'
import { recipientsAmong } from './recipients'

/** A restricted case whose own people may not open it. */
export interface ClosedGap {
  readonly ref: string
  /** Who would be told of it, and may not open it: roles in words. */
  readonly roles: readonly string[]
  /** Nobody at all is left who may be told. */
  readonly nobody: boolean
}

/** Whose work a case is: who stands above them may well be kept out of a restricted case on purpose. */
const ITS_OWN: readonly Role[] = ['social-worker', 'independent-reviewing-officer', 'team-manager']

/** The open restricted cases about which their own people are told nothing, because they have no access. By reference. */
export async function closedGaps(db: Database | Transaction, day: LocalDate): Promise<readonly ClosedGap[]> {
  const rows = await db.$queryRaw<CaseOf[]>`
    select c.id::text, c.ref, c.team_id::text, c.live_since::text from case_file c join case_restriction r on r.case_id = c.id and r.lifted_at is null
    where c.open order by c.ref`
  if (rows.length === 0) return []
  const everybody = await loadPeople(db, day.toString())
  const all = await loadFactsOf(db, rows)
  return rows.flatMap((row, index): readonly ClosedGap[] => {
    const recorded = all[index]
    if (recorded === undefined) return []
    try {
      const gap = gapOf(row, knownOn(recorded, day), { everybody, day })
      return gap.roles.length === 0 && !gap.nobody ? [] : [gap]
    } catch {
      // Facts that cannot be read stop its plan too: the case stands on the same list for that.
      return []
    }
  })
}

function gapOf(
  row: CaseOf,
  facts: CaseFacts,
  { everybody, day }: { readonly everybody: Everybody; readonly day: LocalDate },
): ClosedGap {
  const recipients = recipientsAmong(everybody, { row, facts, day })
  const subjects = facts.children.map(({ id }) => id)
  const closed = ITS_OWN.filter((role) =>
    subjects.some((subject) => recipients.closedTo(role, subject).some((closed) => closed.role === role)),
  )
  return {
    ref: row.ref,
    roles: closed.map((role) => role.replaceAll('-', ' ')),
    nobody: subjects.some((subject) => recipients.whoFor('team-manager', subject).length === 0),
  }
}
