import { isManagerOf, type Reach } from '../access/mayAct'
import { rolesWith } from '../access/permissions'
import { coveredBy } from '../access/standIn'
import type { KnownPerson } from '../access/whoStandsFor'
import type { ConferenceKind } from './conferenceKind'

/** Whether somebody may approve a day beyond the last lawful one, and whether they may move a day that is agreed. */
export interface Approvals {
  readonly beyond: boolean
  readonly move: boolean
}

interface Around {
  readonly people: readonly KnownPerson[]
  readonly reach: Pick<Reach, 'teamId' | 'parents'>
  /** Who chairs for any child of the case. */
  readonly chairs: ReadonlySet<string>
  readonly kind: ConferenceKind
}

/**
 * A day beyond the last lawful one: a manager of the case, or its chair. An agreed day: the chair, or a manager of the team for which they chair. Where nobody in post chairs, and of a core
 * group, which the reviewing officer does not chair, a manager of the case moves it.
 */
export function mayApprove(approver: KnownPerson, { people, reach, chairs, kind }: Around): Approvals {
  const covered = coveredBy(approver, people)
  const isManager = isManagerOf(approver, reach, covered)
  const isChair = [approver, ...covered].some(({ id }) => chairs.has(id))
  const inPost = people.filter(({ id, active }) => chairs.has(id) && active)
  const managesChair = inPost.some(({ roles }) =>
    roles
      .filter(({ role }) => rolesWith('chair-cases').has(role))
      .some(({ teamId }) => isManagerOf(approver, { teamId, parents: reach.parents }, covered)),
  )
  const standsIn = isManager && (kind === 'core-group' || inPost.length === 0)
  return { beyond: isChair || isManager, move: isChair || managesChair || standsIn }
}
