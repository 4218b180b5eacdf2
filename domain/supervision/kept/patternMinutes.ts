import type { Session } from '../session'
import { placeOf } from '../place'
import type { KeptYear } from './keptYear'

/** How long the pattern has a session; where it has none, as long as its cases need. */
export function patternMinutes(
  { on, at, capacity }: Pick<Session, 'on' | 'at' | 'capacity'>,
  { pattern, minutesPerCase }: Pick<KeptYear, 'pattern' | 'minutesPerCase'>,
): number {
  const { weekday, nth } = placeOf(on)
  const found = pattern.find((one) => one.weekday === weekday && one.at === at && one.nth.includes(nth))
  return found?.minutes ?? capacity * minutesPerCase
}
