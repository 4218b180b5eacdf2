import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Rule } from '../../policy/policyPack'
import type { RuleVersions } from '../../policy/policySchedule'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueAfter } from '../dueDate'
import type { Outcome } from '../obligation'
import type { Step } from '../step'

/** A stall before it is built: the facts it rests on, and what was found in them. */
export interface Finding {
  readonly rules: RuleVersions
  readonly subject: string
  readonly part?: string
  /** The fact that completes a pattern, or that time is counted from. */
  readonly trigger: Effective
  readonly evidence: readonly Effective[]
  /** A neutral sentence with its numbers: no name, no score, and nothing about what will be. */
  readonly what: (rule: Rule) => string
  readonly end: Outcome
  readonly liveSince: LocalDate | null
}

/** A pattern of facts, found on the day of the one that completes it. What ended it on that very day was in time, and nobody is told. */
export const foundOn = (finding: Finding, calendar: WorkingCalendar): Drafted[] =>
  buildObligation(
    {
      ...finding,
      due: (rule) => ({
        dueOn: finding.trigger.on,
        limitOn: finding.trigger.on,
        explanation: [...evidenceOf(finding), found(finding, rule, finding.trigger.on)],
      }),
    },
    calendar,
  )

/** Time that has passed without a fact, found on its last day. `from` is the day counted from, where that is not the trigger's own, and why. */
export function foundAfter(
  { from, ...finding }: Finding & { readonly from?: { readonly on: LocalDate; readonly why: Step } },
  calendar: WorkingCalendar,
): Drafted[] {
  const { kind, on } = finding.trigger
  return buildObligation(
    {
      ...finding,
      due: (rule) => {
        const due = dueAfter(rule, { kind, on: from?.on ?? on }, calendar)
        return {
          ...due,
          explanation: [
            ...evidenceOf(finding),
            ...(from === undefined ? [] : [from.why]),
            ...due.explanation.filter(({ step }) => step !== 'counted-from'),
            found(finding, rule, due.dueOn),
          ],
        }
      },
    },
    calendar,
  )
}

const evidenceOf = ({ evidence }: Finding): readonly Step[] =>
  evidence.map(({ kind, on, id }) => ({ step: 'evidence', event: kind, on, id }))

const found = ({ what }: Finding, rule: Rule, on: LocalDate): Step => ({ step: 'found', what: what(rule), on })
