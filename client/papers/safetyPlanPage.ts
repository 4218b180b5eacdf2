import { isoDay } from '../../domain/calendar/isoDay'
import type { PlanDocument } from '../../domain/safety-plan/planDocument'
import { PLAN_DOMAINS } from '../../domain/safety-plan/planDomains'
import { isFamilyRole, roleWords } from '../../domain/safety-plan/roles'
import type { WantedSignature } from '../../domain/safety-plan/signaturesOf'
import { govukDate } from '../../domain/timeline/govukDate'
import { emergencyWords } from './paperFrame'
import { paragraphs } from './paragraphs'
import { renderPaper } from './renderPaper'
import type { SafetyPlanSheet } from './safetyPlanSheet'
import type { SafetyPlanView } from './safetyPlanView'
import { KEPT_BACK, LAWS, RIGHTS, WHAT_NEXT } from './safetyPlanWords'

/**
 * The family's copy of a safety plan, as one page of HTML that prints. It never says who harms and who is harmed, and where that is in question no address: both may read it. No
 * scripts, nothing from outside.
 */
export function safetyPlanPage(view: SafetyPlanView): string {
  const { content, number, ref } = view
  const date = govukDate(isoDay(content.date))
  const sheet: SafetyPlanSheet = {
    title: `Safety plan, version ${String(number)}, ${ref}`,
    heading: 'Our safety plan',
    facts: [
      { label: 'Date', words: date },
      { label: 'Version', words: String(number) },
      { label: 'Our reference', words: ref },
    ],
    madeFor: `Printed for ${view.madeFor} on ${govukDate(view.madeOn)} at ${view.madeAt}. It holds names: keep it safe.`,
    emergency: emergencyWords(view.emergencyLine),
    rights: RIGHTS,
    concerns: paragraphs(content.concerns),
    children: view.children.map(({ name, bornOn }) => ({
      name,
      born: bornOn === null ? 'Not born yet' : govukDate(bornOn),
    })),
    parents: content.parents.map(({ role, name = '' }) => ({ who: capital(roleWords(role)), name })),
    address: content.domesticAbuse === null ? (content.address ?? '') : KEPT_BACK,
    domains: PLAN_DOMAINS.map(({ id, title, plainly }) => ({
      ...{ heading: plainly, title },
      rows: content.lines[id].map((line) => ({
        ...{ line: line.id, who: capital(roleWords(line.duty)), agency: line.agency, frequency: line.frequency },
        ...{ achieve: line.achieve, by: govukDate(isoDay(line.by)) },
      })),
    })),
    support: content.support,
    dates: datesOf(content),
    next: WHAT_NEXT,
    laws: LAWS,
    phones: [
      { label: 'Your social worker', words: content.phones?.socialWorker ?? '' },
      { label: 'Later, when we have left', words: content.phones?.afterClosing ?? '' },
    ],
    signatures: content.signatories.map((role) => signatureRow(role, view)),
  }
  return renderPaper('safety-plan', sheet)
}

function datesOf({ timeOfferedUntil, validUntil, review }: PlanDocument): SafetyPlanSheet['dates'] {
  return [
    { label: 'Time to make the changes', words: `Until ${govukDate(isoDay(timeOfferedUntil))}` },
    {
      label: 'We look at it again',
      words: 'on' in review ? `On ${govukDate(isoDay(review.on))}` : REVIEWS[review.mode],
    },
    {
      label: 'The plan lasts',
      words: validUntil === null ? 'While there are children in the family' : `Until ${govukDate(isoDay(validUntil))}`,
    },
  ]
}

const REVIEWS = {
  'six-weekly': 'Every six weeks',
  'until-met': 'Every six weeks, until all of it is done',
  'no-end': 'Every six weeks',
} as const

function signatureRow(
  role: PlanDocument['signatories'][number],
  { content, signatures }: SafetyPlanView,
): SafetyPlanSheet['signatures'][number] {
  const known = signatures.find((one) => one.role === role)
  const parent = isFamilyRole(role) ? content.parents.find((one) => one.role === role) : undefined
  return { who: capital(roleWords(role)), name: parent?.name ?? '', on: signedWords(known) }
}

const signedWords = (known: WantedSignature | undefined): string => {
  if (known === undefined || known.on === null) return ''
  return known.state === 'signed' ? `Signed on ${govukDate(known.on)}` : `Did not want to sign, ${govukDate(known.on)}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
