import type { LocalDate } from '@js-joda/core'
import { holdersOf } from '../../../activities/people/holdersOf'
import type { CaseRow } from '../../../activities/planning/lockCase'
import { holdsOneOf, isManagerOf, MANAGERS } from '../../../domain/access/mayAct'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { Transaction } from '../../../prisma/database'
import { isId } from '../isId'
import { peopleAt } from '../peopleAt'

interface OnDay {
  readonly row: Pick<CaseRow, 'team_id'>
  readonly facts: CaseFacts
  readonly today: LocalDate
}

/** What this person may approve; or that nobody is known by that id. */
export async function approvals(
  tx: Transaction,
  personId: string,
  { row, facts, today }: OnDay,
): Promise<{ readonly beyond: boolean; readonly move: boolean } | string> {
  const people = await peopleAt(tx, today)
  const approver = isId(personId) ? people.byId(personId.toLowerCase()) : undefined
  if (approver?.active !== true)
    return 'Whoever approves it is nobody who is in post. Name somebody with --approved-by.'
  const chairs = holdersOf(facts, today).chair
  const reach = { teamId: row.team_id, parents: people.parents }
  const covered = people.coveredBy(approver)
  const isChair = chairs.has(approver.id) || covered.some(({ id }) => chairs.has(id))
  const managesChair = [...chairs].some((chair) => {
    const teams = (people.byId(chair)?.roles ?? []).map(({ teamId }) => teamId)
    return teams.some((teamId) =>
      holdsOneOf(MANAGERS, { person: approver, covered, reach: { teamId, parents: people.parents } }),
    )
  })
  const isManager = isManagerOf(approver, reach, covered)
  // Where nobody chairs it yet, a manager of the case stands in for that.
  return { beyond: isChair || isManager, move: isChair || managesChair || (chairs.size === 0 && isManager) }
}
