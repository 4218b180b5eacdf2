import type { LocalDate } from '@js-joda/core'
import { holdersOf } from '../../../activities/people/holdersOf'
import { knownPeople, parentsOf } from '../../../activities/people/knownPeople'
import { loadPeople } from '../../../activities/people/loadPeople'
import type { CaseRow } from '../../../activities/planning/lockCase'
import { mayApprove, type Approvals } from '../../../domain/conference/mayApprove'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ConferenceKind } from '../../../domain/conference/conferenceKind'
import type { Transaction } from '../../../prisma/database'

interface About {
  readonly row: Pick<CaseRow, 'id' | 'team_id'>
  readonly facts: CaseFacts
  readonly today: LocalDate
  readonly kind: ConferenceKind
}

/** What this person may approve of a conference of the case; or that nobody by that id may approve anything. */
export async function approvals(
  tx: Transaction,
  personId: string,
  { row, facts, today, kind }: About,
): Promise<Approvals | string> {
  const everybody = await loadPeople(tx, today.toString())
  const people = knownPeople(everybody, today, row.id)
  const approver = people.find(({ id }) => id === personId.toLowerCase())
  if (approver?.active !== true)
    return 'Whoever approves it is nobody who is in post. Name somebody with --approved-by.'
  if (!approver.mayOpen) return 'Whoever approves it has no access to this restricted case. Name somebody who has.'
  const chairs = holdersOf(facts, today).chair
  const reach = { teamId: row.team_id, parents: parentsOf(everybody) }
  return mayApprove(approver, { people, reach, chairs, kind })
}
