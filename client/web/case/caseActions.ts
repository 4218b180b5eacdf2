import { caseAddress } from './caseAddress'

/** What can be done on a case, from any of its pages. */
export const caseActions = (ref: string): readonly { readonly text: string; readonly href: string }[] => [
  { text: 'Record something', href: caseAddress(ref, 'record') },
  { text: 'Book a meeting', href: caseAddress(ref, 'conferences') },
  { text: 'Plans and goals', href: caseAddress(ref, 'plans') },
  { text: 'Safety plan', href: caseAddress(ref, 'safety-plan') },
  { text: 'Disputes and requests', href: caseAddress(ref, 'disputes') },
  { text: 'Closing', href: caseAddress(ref, 'closing') },
  { text: 'Print', href: caseAddress(ref, 'chronology') },
]
