import { ofKind } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueAfter, sooner } from '../dueDate'
import type { CaseRuleInput } from '../ruleInput'
import { caseOutcome } from './caseOutcome'
import { disputeStages } from './disputeStages'

/**
 * A professional dispute in stages, one part of the rule each: the first from the day it was raised, each further one from the end of the one before, none later than so
 * long after the day it was raised. Resolved, the stage that runs is met and none begins. The last stage is met by that only: a dispute never ends without a resolution.
 */
export function dispute(input: CaseRuleInput): Drafted[] {
  const { children, all, firstOf, rules, calendar, liveSince } = input
  const resolutions = ofKind(all, 'dispute-resolved')
  return ofKind(all, 'dispute-raised').flatMap((raised) => {
    const resolved = resolutions.find(({ data }) => firstOf(data.dispute) === raised.first)
    const over = caseOutcome(children, raised, () => resolved)
    if (over === undefined) return []
    const last = rules.at({ triggerOn: raised.on, end: over })?.rule.parts?.length
    if (last === undefined) return []
    const stages = disputeStages(raised, input, { over: over.outcome === 'open' ? null : over.on, last })
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
            const due = dueAfter(rule, began, calendar)
            if (rule.notLaterThan === undefined) return due
            return sooner(rule, due, { interval: rule.notLaterThan, since: raised }, calendar)
          },
        },
        calendar,
      )
    })
  })
}
