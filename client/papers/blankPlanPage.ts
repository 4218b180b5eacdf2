import { PLAN_DOMAINS } from '../../domain/safety-plan/planDomains'
import { renderPaper } from './renderPaper'
import type { SafetyPlanSheet, SheetLine } from './safetyPlanSheet'
import { LAWS, RIGHTS, WHAT_NEXT } from './safetyPlanWords'

const ROWS = 3

const empty = (line: string): SheetLine => ({ line, who: '', agency: '', frequency: '', achieve: '', by: '' })

const labelled = (...labels: readonly string[]) => labels.map((label) => ({ label, words: '' }))

/** The form of a safety plan with nothing filled in, to take along or to give to a family ahead of a visit. One page of HTML that prints. */
export function blankPlanPage(): string {
  const sheet: SafetyPlanSheet = {
    title: 'Safety plan, blank form',
    heading: 'Our safety plan',
    facts: labelled('Date', 'Our reference'),
    madeFor: 'A blank form. Write in it clearly, or fill it in together.',
    emergency: 'Not for emergencies. If a child is in danger now, ring 999.',
    rights: RIGHTS,
    concerns: [],
    children: rowsOf({ name: '', born: '' }),
    parents: [
      { who: 'Parent 1', name: '' },
      { who: 'Parent 2', name: '' },
    ],
    address: '',
    domains: PLAN_DOMAINS.map(({ plainly, title, prefix }) => ({
      ...{ heading: plainly, title },
      rows: Array.from({ length: ROWS }, (_, index) => empty(`${prefix}-${String(index + 1)}`)),
    })),
    support: [],
    dates: labelled('Time to make the changes', 'We look at it again', 'The plan lasts'),
    next: WHAT_NEXT,
    laws: LAWS,
    phones: labelled('Your social worker', 'Later, when we have left'),
    signatures: ['Social worker', 'Parent', 'Parent', 'Team manager', 'Police, where they are involved'].map((who) => ({
      ...{ who, name: '', on: '' },
    })),
  }
  return renderPaper('safety-plan', sheet)
}

const rowsOf = <T>(one: T): readonly T[] => Array.from({ length: ROWS }, () => one)
