import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../calendar/isoDay'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { asEnd, earlier, ofKind } from '../../chronology/childHistory'
import type { Agreement } from '../../chronology/safetyPlans'
import type { Rule } from '../../policy/policyPack'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueAfter, rolled, type DueDate } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { onePerDay } from './onePerDay'
import { familyOf, familySignatures, isManager } from './signatories'

/**
 * From each formal document to its signatures, in two parts: `team-manager`, always; and `parents`, who are not asked for before the time they were
 * offered is over. Each is late by itself: a manager who has not signed is late though the parents still have time. Only what is signed on or after the
 * document's day signs it, and the next document takes its place. Refusing is recorded, not chased: `consent-recorded` with the state `refused`,
 * on or after the document's day, ends the asking of the parents; refusing early help says nothing about the plan.
 */
export function safetyPlanSigned({ history, safetyPlans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const signed = ofKind(history.events, 'safety-plan-signed')
  const refusals = ofKind(history.events, 'consent-recorded').filter(
    ({ data }) => data.state === 'refused' && data.of !== 'early-help',
  )
  return safetyPlans.flatMap((plan) => {
    const documents = onePerDay(plan.agreements.filter(({ data }) => data.how === 'formal'))
    return documents.flatMap((document, index) => {
      const later = ({ on }: { readonly on: LocalDate }): boolean => !on.isBefore(document.on)
      const ground = earlier(plan.end, asEnd(documents[index + 1]))
      const signatures = signed.filter(later)
      const common = { rules, subject: history.child.id, trigger: document, liveSince }
      const manager = signatures.find(isManager)
      const part = (name: Who['by'], met: Parameters<typeof outcomeOf>[0], missing: number): Drafted[] =>
        buildObligation(
          {
            ...common,
            part: name,
            end: outcomeOf(met, ground),
            due: (rule) => signatureDue(rule, document, { by: name, missing }, calendar),
          },
          calendar,
        )
      const managers = part('team-manager', manager, manager === undefined ? 1 : 0)
      const family = familyOf(document)
      if (family.length === 0) return managers
      const { last, missing } = familySignatures(family, signatures)
      const refused = refusals.find(later)
      const settled = refused !== undefined && (last === undefined || refused.on.isBefore(last.on)) ? refused : last
      return [...managers, ...part('parents', settled, settled === undefined ? missing : 0)]
    })
  })
}

interface Who {
  readonly by: 'team-manager' | 'parents'
  readonly missing: number
}

/** So long after the document; for the parents not before the last day of the time they were offered. */
function signatureDue(rule: Rule, document: Agreement, who: Who, calendar: WorkingCalendar): DueDate {
  const due = dueAfter(rule, document, calendar)
  const toBeSigned = { step: 'to-be-signed' as const, ...who }
  const offered = document.data.timeOfferedUntil
  const until = offered === undefined || who.by === 'team-manager' ? null : isoDay(offered)
  if (until?.isAfter(due.limitOn) !== true) return { ...due, explanation: [...due.explanation, toBeSigned] }
  return rolled(rule, { limitOn: until, notBefore: document.on, calendar }, [
    { step: 'counted-from', event: document.kind, on: document.on },
    { step: 'time-offered', until },
    toBeSigned,
  ])
}
