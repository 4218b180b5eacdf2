import type { Lane } from '../agenda/agendaLine'
import type { Obligation } from '../timeline/obligation'

/** What an alert says to one role about one of its members. */
export interface Telling {
  readonly obligation: Obligation
  readonly role: string
  readonly step: string
  readonly lane: Lane
  /** The rung of the alert it is told on. */
  readonly rung?: number
}
