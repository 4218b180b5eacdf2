import type { Draft } from './draft'
import { FIFTH, placeKey, placeOf, placeOfKey } from './place'
import { NOWHERE } from './placing'

/** The place a case has had most often: in what was held, in what is planned up to a month, and in what the earlier plan has after it. */
export function habitOf(draft: Draft, month: number, one: number): number | undefined {
  const { discussed = [], months = [] } = draft.ground.cases[one] ?? {}
  const places = discussed.map(({ on }) => placeKey(placeOf(on)))
  for (const [index, { sessions }] of draft.ground.months.entries()) {
    const at = index < month ? draft.at(index, one) : (months[index]?.kept ?? NOWHERE)
    const place = index === month ? undefined : sessions[at]?.place
    if (place !== undefined) places.push(place)
  }
  return mostOften(places)
}

/** Of places (`placeKey`) in order of time the one that comes most often, of several the latest. A fifth is no place. Undefined where there is none. */
export function mostOften(places: readonly number[]): number | undefined {
  const times = new Map<number, number>()
  let best: number | undefined
  for (const place of places) {
    if (placeOfKey(place).nth === FIFTH) continue
    const so = (times.get(place) ?? 0) + 1
    times.set(place, so)
    if (best === undefined || so >= (times.get(best) ?? 0)) best = place
  }
  return best
}
