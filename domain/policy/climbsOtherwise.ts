import type { LocalDate } from '@js-joda/core'
import { climbOver, NO_ALERTS } from '../agenda/climbOver'
import type { Obligation } from '../timeline/obligation'
import type { Ruling } from './ruling'

interface Climbs {
  /** What is late and climbs under the first ruling. */
  readonly before: readonly Obligation[]
  /** The same matters under the second. */
  readonly after: readonly Obligation[]
  readonly from: Ruling
  readonly to: Ruling
  readonly today: LocalDate
}

/** Who is told today of what climbs already because the ladder is another. Each rung of the first counts as told on its day, and nobody acknowledged it. */
export function climbsOtherwise({ before, after, from, to, today }: Climbs): ReturnType<typeof climbOver>['tells'] {
  const { alerts } = climbOver({ ...from, late: before, alerts: NO_ALERTS, day: today, from: today.plusDays(1) })
  return climbOver({ ...to, late: after, alerts, day: today, from: today }).tells
}
