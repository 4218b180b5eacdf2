import type { LocalDate } from '@js-joda/core'
import type { Role } from '../access/role'
import type { ObligationKey } from '../timeline/obligation'

export type Lane = 'digest' | 'at-once'

/** One thing to tell one role about one obligation, and which process says it (one speaker per matter, design.md 3). */
export interface AgendaLine extends ObligationKey {
  /** Civil date, London. */
  readonly on: LocalDate
  /** When on that day the words may be written: epoch milliseconds, UTC. The lane decides when they leave. */
  readonly moment: number
  readonly lane: Lane
  readonly to: Role
  /** A reminder's name, `late`, `late-2`, or `rung-2` … `rung-4`. */
  readonly step: string
  readonly dueOn: LocalDate
  readonly speaker: 'case' | 'escalation'
}
