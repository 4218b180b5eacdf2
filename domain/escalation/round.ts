import type { Role } from '../access/role'
import type { Lane } from '../agenda/agendaLine'
import type { Obligation } from '../timeline/obligation'

/** What an alert says at one time to everybody who stands on some roles. */
export interface Round {
  /** The rung that speaks; null for what is told beside the ladder. */
  readonly rung: number | null
  /** Of what is told beside the ladder: the rung on which it would have been told, so that the same people are passed over. */
  readonly insteadOf?: number
  readonly roles: readonly Role[]
  /** What it speaks of, and by which name each is told. */
  readonly steps: readonly { readonly obligation: Obligation; readonly step: string }[]
  readonly lane: Lane
}
