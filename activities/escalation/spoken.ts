import { keyOf, type Obligation } from '../../domain/timeline/obligation'
import type { PlannedCase } from '../planning/planCase'
import type { AlertMember } from './alertMembers'

/** A member with its obligation as it was just planned. */
export interface Spoken {
  readonly member: AlertMember
  readonly obligation: Obligation
}

/** The members of an alert that the plan still has. */
export const spokenOf = (
  { obligations, obligationIds }: Pick<PlannedCase, 'obligations' | 'obligationIds'>,
  members: readonly AlertMember[],
): readonly Spoken[] => {
  const byId = new Map(obligations.map((one) => [obligationIds.get(keyOf(one)), one]))
  return members.flatMap((member) => {
    const obligation = byId.get(member.obligation_id)
    return obligation === undefined ? [] : [{ member, obligation }]
  })
}
