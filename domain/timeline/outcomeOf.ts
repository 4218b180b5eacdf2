import type { LocalDate } from '@js-joda/core'
import type { End } from '../chronology/childHistory'
import type { Outcome } from './obligation'

type Dated = { readonly id: string; readonly on: LocalDate }

/** Met by an event unless the ground ended before it; cancelled by the ground's end; else open. */
export function outcomeOf(met: Dated | undefined, ground: End | null): Outcome {
  if (met !== undefined && (ground === null || !met.on.isAfter(ground.on)))
    return { outcome: 'met', by: met.id, on: met.on }
  return ground === null ? { outcome: 'open' } : { outcome: 'cancelled', by: ground.by, on: ground.on }
}
