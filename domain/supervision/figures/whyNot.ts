import { govukDate } from '../../timeline/govukDate'
import { monthName } from '../monthName'
import { bySession } from './bySession'
import type { AskedMonth, FigurePlace, FigureRows, FigureSession } from './figureRows'

/** A place of a case, with its session. */
export interface Placed {
  readonly place: FigurePlace
  readonly session: FigureSession
}

export function placed({ sessions, places }: Pick<FigureRows, 'sessions' | 'places'>): readonly Placed[] {
  const byId = new Map(sessions.map((one) => [one.id, one]))
  return places.flatMap((place) => {
    const session = byId.get(place.sessionId)
    return session === undefined ? [] : [{ place, session }]
  })
}

/**
 * What is recorded of why a case was not discussed in a month, in a sentence without names; null where nothing is. It does not make the month a better one: it only
 * says where to look.
 */
export function whyNot({ month, state, endedOn }: AskedMonth, places: readonly Placed[]): string | null {
  if (state === 'not-known') return 'It lies before the day from which Caseclock keeps the case: not known'
  if (state === 'cancelled' && endedOn !== null && monthName(endedOn) <= month)
    return `The case left group supervision on ${govukDate(endedOn)}`
  const [last] = [...places].sort((a, b) => bySession(b.session, a.session))
  return last === undefined ? null : placeWords(last)
}

function placeWords({ place, session: { on, state, why } }: Placed): string {
  const because = (reason: string | null): string => (reason === null || reason === '' ? '' : `: ${reason}`)
  switch (state) {
    case 'planned':
      return `Nobody has recorded whether its session of ${govukDate(on)} was held`
    case 'cancelled':
      return `Its session of ${govukDate(on)} was cancelled${because(why)}`
    case 'not-held':
      return `Its session of ${govukDate(on)} was not held${because(why)}`
    case 'held':
      if (place.discussed === null) return `Nobody has recorded whether it was discussed on ${govukDate(on)}`
      return place.discussed
        ? `That it was discussed on ${govukDate(on)} has been taken back`
        : `Not discussed on ${govukDate(on)}${because(place.whyNot)}`
  }
}
