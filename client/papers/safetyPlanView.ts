import type { LocalDate } from '@js-joda/core'
import type { PlanDocument } from '../../domain/safety-plan/planDocument'
import type { WantedSignature } from '../../domain/safety-plan/signaturesOf'

/** A version of a safety plan, for the family's copy. It names people: it is for the parties of the plan. */
export interface SafetyPlanView {
  readonly ref: string
  readonly number: number
  readonly content: PlanDocument
  /** The children of the plan. */
  readonly children: readonly { readonly name: string; readonly bornOn: LocalDate | null }[]
  /** Of this version; empty for one that another has replaced. */
  readonly signatures: readonly WantedSignature[]
  /** By whom it was made to be printed, on which day and at what London wall time. */
  readonly madeFor: string
  readonly madeOn: LocalDate
  readonly madeAt: string
  /** The authority's own line: whom to ring. */
  readonly emergencyLine: string
}
