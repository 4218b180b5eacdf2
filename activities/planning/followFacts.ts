import { caseStanding } from '../../domain/chronology/caseStanding'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { Transaction } from '../../prisma/database'
import { keepHolders, type HolderRow } from '../people/keepHolders'
import type { CaseRow } from './lockCase'

/**
 * Team and open of a case, and who holds its children, follow its facts: a transfer, a closing, a reopening, an allocation. What its source gave is kept beside them and stands
 * again when the fact is taken back. Called by whoever adds a fact and by every plan, so all are right however the fact came in. The case is locked. `held`: its rows of
 * `case_holder` where the caller has read them. Answers the row as it now stands.
 */
export async function followFacts(
  tx: Transaction,
  row: CaseRow,
  facts: CaseFacts,
  held?: readonly HolderRow[],
): Promise<CaseRow> {
  await keepHolders(tx, { caseId: row.id, facts, held })
  const said = caseStanding(facts)
  const transferredTo = said.team === null ? undefined : await teamKnownAs(tx, said.team)
  const given = row.given ?? {}
  const team = follow(row.team_id, transferredTo, given.team)
  const open = follow(row.open, said.open ?? undefined, given.open)
  if (team.now === row.team_id && open.now === row.open && team.given === given.team && open.given === given.open)
    return row
  const kept = {
    ...(team.given === undefined ? {} : { team: team.given }),
    ...(open.given === undefined ? {} : { open: open.given }),
  }
  const moved: CaseRow = {
    ...row,
    team_id: team.now,
    open: open.now,
    given: Object.keys(kept).length === 0 ? null : kept,
  }
  await tx.$executeRaw`
    update case_file set team_id = ${moved.team_id}::uuid, open = ${moved.open},
      given = ${moved.given === null ? null : JSON.stringify(moved.given)}::jsonb where id = ${row.id}::uuid`
  return moved
}

/** What stands now, and what its source gave where the facts say otherwise. */
function follow<T>(stands: T, said: T | undefined, given: T | undefined): { now: T; given: T | undefined } {
  if (said === undefined) return { now: given === undefined ? stands : given, given: undefined }
  if (said === stands) return { now: stands, given: said === given ? undefined : given }
  const before = given === undefined ? stands : given
  return { now: said, given: said === before ? undefined : before }
}

/** A team by id, by its name in the source, or by its name; undefined for one that is not known, whose case stays where it is. */
export async function teamKnownAs(tx: Transaction, text: string): Promise<string | undefined> {
  const [team] = await tx.$queryRaw<{ id: string }[]>`
    select id from team where id::text = lower(${text}) or source_id = ${text} or lower(name) = lower(${text})
    order by id::text = lower(${text}) desc, source_id = ${text} desc, id limit 1`
  return team?.id
}
