import type { LocalDate } from '@js-joda/core'
import { birthdayOf, earlier, ofKind, type End } from '../../chronology/childHistory'
import { standingClosings } from '../../chronology/closings'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Drafted } from '../buildObligation'
import { plus } from '../dueDate'
import type { Outcome } from '../obligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { planTrigger } from '../rules/planTrigger'
import { intervalWords } from '../sentence'
import { alsoWithinOf, ruleOn, withinOf } from './ruleNumbers'
import { foundOn } from './stall'

/** A child who is back, and how the matter that brought it back goes on. */
interface Return {
  readonly by: Effective
  readonly end: Outcome
}

/**
 * Stepped down or closed, and back within 12 months with a referral, or with a child protection plan that no referral came before. A closing
 * that a reopening took back is none. The sentence says too whether it was within 6 months.
 */
export function backWithinAYear(input: RuleInput): Drafted[] {
  const { history, rules, calendar, liveSince } = input
  const left = [...ofKind(history.events, 'stepped-down'), ...standingClosings(history)].sort((a, b) =>
    a.on.compareTo(b.on),
  )
  const before = (day: LocalDate): Effective | undefined => left.findLast(({ on }) => on.isBefore(day))
  const returns = [...byReferral(input), ...byPlan(input, (day) => before(day)?.on ?? null)]
  return returns.flatMap(({ by, end }) => {
    const rule = ruleOn(rules, by.on)
    const last = before(by.on)
    if (rule === undefined || last === undefined || plus(withinOf(rule), last.on, calendar).isBefore(by.on)) return []
    return foundOn(
      {
        rules,
        subject: history.child.id,
        trigger: by,
        evidence: [last, by],
        what: (found) => {
          const shorter = alsoWithinOf(found)
          const also = plus(shorter, last.on, calendar).isBefore(by.on) ? 'not' : 'also'
          return `Back within ${intervalWords(withinOf(found))} of stepping down or closing, ${also} within ${intervalWords(shorter)}`
        },
        end,
        liveSince,
      },
      calendar,
    )
  })
}

/** Until the referral is refused, its assessment is authorised, or a plan is made. */
function byReferral({ history, referrals, plans, cinPlans }: RuleInput): readonly Return[] {
  return referrals.flatMap((referral) => {
    const answers = [
      ...history.events.filter(({ id, kind }) => kind === 'referral-decided' && id === referral.end?.by),
      ...ofKind(history.events, 'assessment-authorised'),
      ...[...plans, ...cinPlans].map(({ id, startedOn }) => ({ id, on: startedOn })),
    ].filter(({ on }) => !on.isBefore(referral.receivedOn))
    const [met] = answers.sort((a, b) => a.on.compareTo(b.on))
    const ground = [referral.end, birthdayOf(history)].reduce<End | null>(earlier, null)
    const end = outcomeOf(met, ground)
    return history.events.filter(({ id }) => id === referral.id).map((by) => ({ by, end }))
  })
}

/** Until the first review of the plan. */
function byPlan(
  { history, referrals, plans }: RuleInput,
  leftBefore: (day: LocalDate) => LocalDate | null,
): readonly Return[] {
  return plans.flatMap((plan) => {
    const left = leftBefore(plan.startedOn)
    if (left === null) return []
    if (referrals.some(({ receivedOn }) => receivedOn.isAfter(left) && !receivedOn.isAfter(plan.startedOn))) return []
    const review = ofKind(history.events, 'review-held').find(({ on }) => on.isAfter(planTrigger(plan).on))
    const end = outcomeOf(review, plan.end)
    return history.events
      .filter(({ id }) => id === plan.id)
      .map((event) => ({ by: { ...event, first: plan.first }, end }))
  })
}
