import type { Finding } from '../finding'

/** What a finding about a census is called: as of an extract where both can have it, and what only a census can have. */
export type CensusFindingKind =
  | 'repeated-id'
  | 'missing-value'
  | 'not-a-day'
  | 'future-day'
  | 'end-before-start'
  | 'overlapping-plans'
  | 'review-before-plan'
  | 'wrong-code'
  | 'not-a-working-day'
  | 'no-birth-date'
  | 'past-eighteen'
  | 'unknown-element'
  | 'two-values'
  | 'sources-disagree'

interface OfKind extends Finding {
  readonly kind: CensusFindingKind
}

/** Every finding about a census is made here. Findings have no kind yet: it is left out in this one place. */
export const censusFinding = ({ file, line, record, field, problem, taken }: OfKind): Finding => ({
  file,
  line,
  record,
  field,
  problem,
  taken,
})
