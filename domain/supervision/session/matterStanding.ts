import type { LocalDate } from '@js-joda/core'
import type { SessionFacts } from './sessionFacts'
import { OPEN, WAITING, type MatterStanding } from './sessionMatter'

const doneOr = (doneOn: LocalDate | null, otherwise: MatterStanding): MatterStanding =>
  doneOn === null ? otherwise : { standing: 'done', doneOn }

const ended = (because: Extract<MatterStanding, { standing: 'ended' }>['because']): MatterStanding => ({
  standing: 'ended',
  doneOn: null,
  because,
})

/** How what prepares a session stands: it need not happen any more once the session was held, was not held, or is cancelled. */
export const beforehand = ({ state }: SessionFacts, doneOn: LocalDate | null): MatterStanding =>
  doneOr(doneOn, state === 'planned' ? OPEN : ended(state))

/** The same for somebody who may stay away. */
export const unlessExcused = (session: SessionFacts, excused: boolean): MatterStanding =>
  session.state === 'planned' && excused ? ended('excused') : beforehand(session, null)

/** How what follows a session stands: it waits for the session to be held, and falls away with one that was not. */
export function afterwards(
  { state }: SessionFacts,
  { doneOn, ready }: { readonly doneOn: LocalDate | null; readonly ready: boolean },
): MatterStanding {
  if (state === 'cancelled' || state === 'not-held') return doneOr(doneOn, ended(state))
  return doneOr(doneOn, state === 'held' && ready ? OPEN : WAITING)
}
