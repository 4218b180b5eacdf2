import { thingOf } from './thingOf'

type Event = Parameters<typeof thingOf>[0]

/** What a census itself says of an event beside its day; the rest of the data is worked out from other records. */
const TOLD: Readonly<Record<string, { readonly field: string; readonly element: string }>> = {
  'referral-received': { field: 'source', element: 'ReferralSource' },
  'referral-decided': { field: 'outcome', element: 'ReferralNFA' },
  'case-closed': { field: 'reason', element: 'ReasonForClosure' },
  'section-47-ended': { field: 'outcome', element: 'ICPCnotRequired' },
  'plan-started/cpp': { field: 'category', element: 'InitialCategoryOfAbuse' },
}

/** The element of a census that says more than the day of such an event. */
export const toldElement = (event: Event): string | undefined => TOLD[thingOf(event)]?.element

/** What it says; empty when it says nothing. */
export function toldValue(event: Event): string {
  const field = TOLD[thingOf(event)]?.field
  const value = field === undefined ? undefined : (event.data as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : ''
}
