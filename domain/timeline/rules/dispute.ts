import { ofKind } from '../../chronology/childHistory'
import type { EventOf } from '../../chronology/chronologyEvent'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Rule } from '../../policy/policyPack'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueAfter, sooner, type DueDate } from '../dueDate'
import type { CaseRuleInput } from '../ruleInput'
import { caseOutcome } from './caseOutcome'
import { disputeStages } from './disputeStages'

/**
 * A professional dispute in stages, one part of the rule each: the first from the day it was raised, each further one from the end of the one before, none later than so
 * long after the day it was raised. One about immediate risk begins on the service manager's stage, due the same day. Resolved, the stage that runs is met and none begins. The last stage is met by that only: a dispute never ends without a resolution.
 */
export function dispute(input: CaseRuleInput): Drafted[] {
  const { children, all, firstOf, rules, calendar, liveSince } = input
  const resolutions = ofKind(all, 'dispute-resolved')
  return ofKind(all, 'dispute-raised').flatMap((raised) => {
    const resolved = resolutions.find(({ data }) => firstOf(data.dispute) === raised.first)
    const over = caseOutcome(children, raised, () => resolved)
    if (over === undefined) return []
    const parts = rules.at({ triggerOn: raised.on, end: over })?.rule.parts
    if (parts === undefined) return []
    const from = firstStage(raised, parts)
    const ends = over.outcome === 'open' ? null : over.on
    const stages = disputeStages(raised, input, { over: ends, last: parts.length, from })
    return stages.flatMap(({ number, began, ended }) => {
      const met: Effective | undefined = ended ?? resolved
      const end = caseOutcome(children, raised, () => met)
      const part = String(number)
      const isKnown =
        end !== undefined && rules.at({ triggerOn: began.on, end })?.rule.parts?.some((one) => one.part === part)
      if (isKnown !== true) return []
      return buildObligation(
        {
          rules,
          subject: 'case',
          part,
          trigger: began,
          end,
          liveSince,
          due: (rule) => {
            if (isImmediate(raised) && began.id === raised.id) return theSameDay(began)
            const due = dueAfter(rule, began, calendar)
            if (rule.notLaterThan === undefined) return due
            return sooner(rule, due, { interval: rule.notLaterThan, since: raised }, calendar)
          },
        },
        calendar,
      ).map((draft) => (isImmediate(raised) && began.id === raised.id ? { ...draft, late: toldAtOnce(draft) } : draft))
    })
  })
}

type Raised = Effective<EventOf<'dispute-raised'>>

const isImmediate = ({ data }: Raised): boolean => data.immediateRisk === true

/** The stage a dispute begins on, numbered from 1: one about immediate risk on the first that goes to the service manager (handbook 6), else on the last. */
export function firstStage(raised: Raised, parts: NonNullable<Rule['parts']>): number {
  if (!isImmediate(raised)) return 1
  const manager = parts.findIndex(({ ladder }) => ladder?.[0]?.role === 'service-manager')
  return manager === -1 ? parts.length : manager + 1
}

const theSameDay = ({ kind, on }: Effective): DueDate => ({
  ...{ dueOn: on, limitOn: on },
  explanation: [{ step: 'counted-from', event: kind, on }, { step: 'immediate-risk' }],
})

/** On the very day, working day or not. */
const toldAtOnce = ({ late, triggerOn }: Drafted): Drafted['late'] =>
  late.slice(0, 1).map((one) => ({ ...one, on: triggerOn, at: 'at-once' }))
