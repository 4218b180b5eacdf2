import type { LocalDate } from '@js-joda/core'
import { asEnd, birthdayOf, earlier, leftSince, type End } from '../../chronology/childHistory'
import { standingClosings } from '../../chronology/closings'
import type { Effective } from '../../chronology/effectiveEvents'
import { isClosedOn } from '../../chronology/isClosedOn'
import type { ChildState } from '../ruleInput'

type Child = Pick<ChildState, 'history' | 'referrals'>

/** What ends a stall of a child without a fact of its own: the case closed, the child gone, the eighteenth birthday. It may lie before the day asked about. */
export const groundSince = (child: Child, since: LocalDate): End | null =>
  [closedSince(child, since), leftSince(child.history, since), birthdayOf(child.history)].reduce<End | null>(
    earlier,
    null,
  )

/** The closing under which the case stands closed on a day, else the next one. */
export function closedSince({ history, referrals }: Child, since: LocalDate): End | null {
  const closed = standingClosings(history)
  const standing = isClosedOn(history, referrals, since) ? closed.findLast(({ on }) => !on.isAfter(since)) : undefined
  return asEnd(standing ?? closed.find(({ on }) => !on.isBefore(since)))
}

/** What ends a stall of the whole case: the ground of the last of the children its event concerns. */
export function caseGroundSince(children: readonly Child[], { id, on }: Effective): End | null {
  const [first, ...others] = children
    .filter(({ history }) => history.events.some((event) => event.id === id))
    .map((child) => groundSince(child, on))
  if (first === undefined) return null
  return others.reduce(later, first)
}

const later = (a: End | null, b: End | null): End | null =>
  a === null || b === null ? null : b.on.isAfter(a.on) ? b : a
