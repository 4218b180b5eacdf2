import type { Draft } from './draft'
import { NOWHERE } from './placing'
import type { MoveReason } from './yearPlan'

/** Why a case left a session of a month in which it could have stayed: for whom it made room there, or that the session has become smaller. */
export function roomMade(draft: Draft, month: number, one: number): MoveReason {
  const { months, cases } = draft.ground
  const kept = (other: number): number => cases[other]?.months[month]?.kept ?? NOWHERE
  const session = months[month]?.sessions[kept(one)]
  if (session === undefined) throw new Error('A case left a session that is not there.')
  const all = [...cases.keys()]
  const had = all.filter((other) => kept(other) === kept(one))
  const leavers = had.filter((other) => draft.at(month, other) !== kept(one))
  const joiners = all.filter((other) => draft.at(month, other) === kept(one) && kept(other) !== kept(one))
  const { on, capacity } = session
  const joiner = cases[joiners[leavers.indexOf(one) - Math.max(0, had.length - capacity)] ?? NOWHERE]
  return joiner === undefined ? { move: 'smaller', on, capacity } : { move: 'made-room', on, for: joiner.ref }
}
