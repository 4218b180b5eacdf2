import type { Draft } from './draft'
import { NOWHERE } from './placing'
import { FIFTH, placeKey, placeOf, placeOfKey } from './place'

/**
 * The place a case has had most often, of several the latest: what was held, what is planned up to a month, and what the earlier plan has after it.
 * A fifth is no place. Undefined where it has had none.
 */
export function habitOf(draft: Draft, month: number, one: number): number | undefined {
  const { discussed = [], months = [] } = draft.ground.cases[one] ?? {}
  const times = new Map<number, number>()
  let best: number | undefined
  const count = (place: number | undefined): void => {
    if (place === undefined || placeOfKey(place).nth === FIFTH) return
    const so = (times.get(place) ?? 0) + 1
    times.set(place, so)
    if (best === undefined || so >= (times.get(best) ?? 0)) best = place
  }
  for (const { on } of discussed) count(placeKey(placeOf(on)))
  for (const [index, { sessions }] of draft.ground.months.entries())
    if (index !== month) count(sessions[index < month ? draft.at(index, one) : (months[index]?.kept ?? NOWHERE)]?.place)
  return best
}
