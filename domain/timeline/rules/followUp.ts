import { asEnd, birthdayOf, earlier, ofKind, type End } from '../../chronology/childHistory'
import { isClosedOn } from '../../chronology/isClosedOn'
import type { ProtectionPlan } from '../../chronology/protectionPlans'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'

/** The follow-up an answer names by its months: a name, whatever a council makes of its interval. */
const MONTHS_OF: Readonly<Record<string, number>> = { 'cpp-follow-up-3m': 3, 'cpp-follow-up-6m': 6 }

/**
 * 3 and 6 months from a plan's start, and again from its end. It outlives the plan and the case; only the child's death or majority ends it. Once
 * the case has closed the manager of the team is reminded instead of the worker, who holds it no more.
 */
export function followUp({ history, referrals, plans, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const grown = asEnd(ofKind(history.events, 'child-left').find((event) => event.data.reason === 'adult'))
  const ground = [history.died, birthdayOf(history), grown].reduce<End | null>(earlier, null)
  const answers = ofKind(history.events, 'follow-up-answered')
  const one = (part: 'plan-start' | 'plan-end', trigger: Draft['trigger'], of: readonly string[]): Drafted[] => {
    const months = MONTHS_OF[rules.id]
    const met = answers.find(
      ({ data }) => data.months === months && data.anchor === part && of.includes(history.firstOf(data.of)),
    )
    return buildObligation(
      { rules, subject: history.child.id, part, trigger, end: outcomeOf(met, ground), liveSince },
      calendar,
    ).map((draft) => ({
      ...draft,
      reminders: draft.reminders.map((reminder) =>
        isClosedOn(history, referrals, reminder.on) ? { ...reminder, to: ['team-manager'] as const } : reminder,
      ),
    }))
  }
  return plans.flatMap((plan) => {
    const names = namesOf(plan, history)
    const start = one('plan-start', { first: plan.first, kind: 'plan-started', on: plan.startedOn }, names)
    const ended = endTrigger(plan, plans)
    return ended === undefined ? start : [...start, ...one('plan-end', ended, names)]
  })
}

/** What an answer may name: the plan by its start or its conference, whatever ended it that day, and an end recorded for it on another. */
function namesOf({ names, end }: ProtectionPlan, { events, firstOf }: RuleInput['history']): readonly string[] {
  const ended = ofKind(events, 'plan-ended').filter(
    ({ on, data: { plan, of } }) =>
      plan === 'cpp' && (of === undefined ? end?.on.equals(on) === true : names.includes(firstOf(of))),
  )
  return [...names, ...(end?.names ?? []), ...ended.map(({ first }) => first)]
}

/**
 * Of all that ended a plan that day the one recorded first, so that the other is told no second time; of a closing that ended the next plan too, which started that
 * day, the next plan's is named. A birthday is none: nobody follows up an adult.
 */
function endTrigger(plan: ProtectionPlan, plans: readonly ProtectionPlan[]): Draft['trigger'] | undefined {
  const { end } = plan
  const others = plans.flatMap((other) => (other === plan ? [] : (other.end?.names ?? [])))
  const first = end?.names.find((name) => !others.includes(name)) ?? end?.names[0]
  return end === null || first === undefined ? undefined : { first, kind: 'plan-ended', on: end.on }
}
