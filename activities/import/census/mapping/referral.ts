import { draft, type CensusRecord, type Draft } from '../draft'

/**
 * `CINdetails`: a referral counts as decided on its own date (no further action: on its closing date, which a census rarely gives, else on
 * its own). Closing it closes the case for that child. The first event is the one that others name.
 */
export function referral(record: CensusRecord): readonly [Draft, ...Draft[]] {
  const { read } = record
  const received = read.day('CINreferralDate')
  const closed = read.dayOrNull('CINclosureDate', received)
  const source = read.text('ReferralSource')
  const first = draft(record, {
    kind: 'referral-received',
    on: received,
    data: { source: source === '' ? 'unknown' : source },
    field: 'CINreferralDate',
  })
  const decided = (on: string, outcome: 'accepted' | 'no-action', day: Draft['day']): Draft =>
    draft(record, {
      kind: 'referral-decided',
      on,
      data: { outcome },
      field: 'ReferralNFA',
      names: { field: 'referral', draft: first },
      day,
    })
  const nfa = read.yesNo('ReferralNFA')
  if (nfa === true) return [first, decided(closed ?? received, 'no-action', closed === null ? 'assumed' : 'told')]
  if (closed === null) return nfa === undefined ? [first] : [first, decided(received, 'accepted', 'told')]
  const reason = read.text('ReasonForClosure')
  return [
    first,
    decided(received, 'accepted', 'told'),
    draft(record, { kind: 'case-closed', on: closed, data: { reason }, field: 'CINclosureDate' }),
  ]
}

/** Whether the child's case is open by this referral: neither closed nor without further action. */
export const isOpenReferral = (events: readonly Draft[]): boolean =>
  !events.some(({ kind, data }) => kind === 'case-closed' || ('outcome' in data && data.outcome === 'no-action'))

/** `Assessments`. `of`: the referral they belong to, when it could be taken. */
export function assessment(record: CensusRecord, of: Draft | undefined): readonly Draft[] {
  const { read } = record
  const started = read.day('AssessmentActualStartDate')
  const authorised = read.dayOrNull('AssessmentAuthorisationDate', started)
  const start = draft(record, {
    kind: 'assessment-started',
    on: started,
    data: {},
    field: 'AssessmentActualStartDate',
  })
  if (authorised === null) return [start]
  const end = draft(record, {
    kind: 'assessment-authorised',
    on: authorised,
    data: {},
    field: 'AssessmentAuthorisationDate',
    names: of === undefined ? null : { field: 'referral', draft: of },
  })
  return [start, end]
}
