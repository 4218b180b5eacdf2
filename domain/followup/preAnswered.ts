import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../chronology/childHistory'
import { isClosedOn } from '../chronology/isClosedOn'
import { govukDate } from '../timeline/govukDate'
import type { ChildState } from '../timeline/ruleInput'

/** The questions of a follow-up (handbook 5), in the order in which they are asked. */
export const FOLLOW_UP_QUESTIONS = [
  { id: 'now', words: 'Is the child on a plan now?' },
  { id: 'secondPlan', words: 'Has there been another child protection plan since?' },
  { id: 'reReferral', words: 'Has the child been referred again since?' },
  { id: 'safetyPlanKept', words: 'Was the safety plan kept?' },
  { id: 'goalsMet', words: 'How many goals were met since?' },
  { id: 'asked', words: 'Who was asked?' },
  { id: 'childView', words: 'What is the child’s own view?' },
] as const

export type FollowUpQuestion = (typeof FOLLOW_UP_QUESTIONS)[number]['id']

/** What the record itself answers. A question that facts do not answer is left to a person: nothing is taken for a no. */
export interface PreAnswer {
  readonly question: FollowUpQuestion
  readonly answer: string | boolean | number
  /** The facts behind it, in a sentence. */
  readonly because: string
}

/** From when a follow-up looks: `since` is the plan's start or end, or the closing; what happened later is asked about, and what began on the very day a plan ended. */
export interface Looking {
  readonly anchor: 'plan-start' | 'plan-end' | 'closure'
  readonly since: LocalDate
  readonly today: LocalDate
}

/** What the facts of a child say of the time since. Of a child who moved away nobody here knows that something did not happen. */
export function preAnswered(child: ChildState, { anchor, since, today }: Looking): readonly PreAnswer[] {
  const { events } = child.history
  const later = ({ on }: { readonly on: LocalDate }): boolean => on.isAfter(since) && !on.isAfter(today)
  const plans = ofKind(events, 'plan-started').filter(
    ({ on, data }) =>
      data.plan === 'cpp' && !on.isAfter(today) && (on.isAfter(since) || (anchor === 'plan-end' && on.equals(since))),
  )
  const referred = ofKind(events, 'referral-received').filter(later)
  const hasLeft = ofKind(events, 'child-left').some(({ on }) => !on.isAfter(today))
  const known: readonly PreAnswer[] = [
    {
      question: 'secondPlan',
      answer: plans.length > 0,
      because:
        plans[0] === undefined
          ? 'No child protection plan that started since is recorded'
          : `A child protection plan started on ${govukDate(plans[0].on)}`,
    },
    {
      question: 'reReferral',
      answer: referred.length > 0,
      because:
        referred[0] === undefined
          ? 'No referral received since is recorded'
          : `A referral was received on ${govukDate(referred[0].on)}`,
    },
  ]
  return [
    ...whereNow(child, today),
    ...known.filter(({ answer }) => answer === true || !hasLeft),
    ...withoutSafetyPlan(child, since, today),
    goalsMet(child, later),
  ]
}

/** Those whose last review since says so. */
function goalsMet({ history }: ChildState, later: (event: { readonly on: LocalDate }) => boolean): PreAnswer {
  const last = new Map(
    ofKind(history.events, 'goal-reviewed')
      .filter(later)
      .map(({ data }) => [data.goal, data.outcome]),
  )
  const met = [...last.values()].filter((outcome) => outcome === 'met').length
  return {
    question: 'goalsMet',
    answer: met,
    because: met === 0 ? 'No goal recorded as met since' : 'Goals recorded as met since',
  }
}

/** Nothing where the record does not say: a child who left, or never had a plan here. */
function whereNow({ history, plans, cinPlans, referrals }: ChildState, today: LocalDate): readonly PreAnswer[] {
  const { events } = history
  const past = ({ on }: { readonly on: LocalDate }): boolean => !on.isAfter(today)
  const runs = ({ startedOn, end }: { startedOn: LocalDate; end: { on: LocalDate } | null }): boolean =>
    !startedOn.isAfter(today) && (end === null || end.on.isAfter(today))
  const say = (answer: string, because: string): readonly PreAnswer[] => [{ question: 'now', answer, because }]
  const care = ofKind(events, 'looked-after-started', 'looked-after-ended').findLast(past)
  if (care?.kind === 'looked-after-started') return say('looked-after', `Looked after since ${govukDate(care.on)}`)
  const running = plans.find(runs)
  if (running !== undefined) return say('on-plan', `On a child protection plan since ${govukDate(running.startedOn)}`)
  const theirs = ofKind(events, 'plan-started', 'plan-ended')
    .filter((event) => past(event) && event.data.plan === 'cpp')
    .at(-1)
  if (theirs?.kind === 'plan-started' && theirs.data.authority === 'other')
    return say('on-plan', `On a child protection plan of another authority since ${govukDate(theirs.on)}`)
  const need = cinPlans.find(runs)
  if (need !== undefined) return say('stepped-down', `On a child in need plan since ${govukDate(need.startedOn)}`)
  if (ofKind(events, 'child-left').some(past)) return []
  if (isClosedOn(history, referrals, today)) return say('closed', 'The case is closed for this child')
  const began = plans.at(-1)?.startedOn
  const down = ofKind(events, 'stepped-down').findLast(past)
  if (down !== undefined && began?.isAfter(down.on) !== true)
    return say('stepped-down', `Stepped down on ${govukDate(down.on)}`)
  const ended = plans.findLast(({ end }) => end !== null && !end.on.isAfter(today))?.end
  return ended == null ? [] : say('ended', `The child protection plan ended on ${govukDate(ended.on)}`)
}

/** Only that there was none is a fact; whether one was kept is for people to say. */
function withoutSafetyPlan({ safetyPlans }: ChildState, since: LocalDate, today: LocalDate): readonly PreAnswer[] {
  const ran = safetyPlans.some(
    ({ agreedOn, end }) => !agreedOn.isAfter(today) && (end === null || end.on.isAfter(since)),
  )
  return ran ? [] : [{ question: 'safetyPlanKept', answer: 'none', because: 'No safety plan ran in this time' }]
}
