import type { LocalDate } from '@js-joda/core'
import { asEnd, birthdayOf, earlier, ofKind, type ChildHistory, type End } from './childHistory'
import type { SupervisedTime } from './caseFacts'
import type { EventOf } from './chronologyEvent'
import type { Effective } from './effectiveEvents'

/** A time in which a child's case was open in a Family Safeguarding team: from the transfer in, or the reopening, to the transfer out or the closing, both days included. */
export interface Stay {
  readonly from: LocalDate
  readonly began: Effective
  readonly end: End | null
}

/** A stay that goes on: the team it is in, and the last move into it from another. */
interface Running {
  readonly began: Effective
  readonly team: string | undefined
  readonly moved: { readonly on: LocalDate; readonly from: string | undefined } | null
}

const TURNS = ['transferred-in', 'transferred-out', 'case-closed', 'case-reopened', 'child-left'] as const

/**
 * The times in which a child's case was open while it was with a team that holds group supervision: whoever came by an extract has no recorded transfer in. They begin with
 * the first that is known of the child; a closing ends one, a reopening or a new referral begins the next; so does coming to such a team, and leaving it.
 */
export function supervisedStays(history: ChildHistory, times: readonly SupervisedTime[]): readonly Stay[] {
  const [first] = history.events
  if (first === undefined || times.length === 0) return []
  const open: Stay[] = []
  let began: Effective | null = first
  for (const event of ofKind(history.events, 'referral-received', 'case-closed', 'case-reopened', 'child-left')) {
    if (event.kind === 'referral-received' || event.kind === 'case-reopened') began ??= event
    else if (began !== null) {
      open.push(stayOf(history, began, event))
      began = null
    }
  }
  if (began !== null) open.push(stayOf(history, began, undefined))
  return times
    .flatMap(({ from, to }) => {
      const left = to === null ? null : { by: 'team', on: to }
      return open.map((stay) => ({
        ...stay,
        from: stay.from.isBefore(from) ? from : stay.from,
        end: earlier(stay.end, left),
      }))
    })
    .filter(({ from, end }) => end === null || !end.on.isBefore(from))
}

/**
 * The stays of a child, in order. They begin with a recorded transfer in: without one the case is in no such team. A move from team to team goes on, whichever of in
 * and out was recorded first; a case reopened is back in the team it was closed in; leaving, death and the eighteenth birthday end a stay.
 */
export function familySafeguardingStays(history: ChildHistory): readonly Stay[] {
  const stays: Stay[] = []
  let running = null as Running | null
  let closedIn = null as Running | null
  for (const event of ofKind(history.events, ...TURNS)) {
    if (event.kind === 'transferred-in') {
      const moved = running === null ? null : { on: event.on, from: running.team }
      running = { began: running?.began ?? event, team: event.data.team, moved }
    } else if (event.kind === 'case-reopened') {
      if (running === null && closedIn !== null) running = { ...closedIn, began: event }
    } else if (running !== null && !(event.kind === 'transferred-out' && isOutOfTeamLeft(event, running))) {
      stays.push(stayOf(history, running.began, event))
      closedIn = event.kind === 'case-closed' ? running : null
      running = null
    }
  }
  if (running !== null) stays.push(stayOf(history, running.began, undefined))
  return stays.filter(({ from, end }) => end === null || !end.on.isBefore(from))
}

/** Out of the team it has already left for another: on the day of that move, or named. */
const isOutOfTeamLeft = ({ on, data }: Effective<EventOf<'transferred-out'>>, { moved }: Running): boolean =>
  moved !== null && (moved.on.equals(on) || (data.team !== undefined && data.team === moved.from))

const stayOf = (history: ChildHistory, began: Effective, ended: Effective | undefined): Stay => ({
  from: began.on,
  began,
  end: [asEnd(ended), history.died, birthdayOf(history)].reduce(earlier),
})
