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

/** What the facts of a child say of the time from a day, not included, to today. `since`: the plan's start or end, or the closing. */
export function preAnswered(child: ChildState, since: LocalDate, today: LocalDate): readonly PreAnswer[] {
  const later = ({ on }: { readonly on: LocalDate }): boolean => on.isAfter(since) && !on.isAfter(today)
  const { events } = child.history
  const plans = child.plans.filter(({ startedOn }) => startedOn.isAfter(since) && !startedOn.isAfter(today))
  const referred = ofKind(events, 'referral-received').filter(later)
  const met = ofKind(events, 'goal-reviewed').filter((event) => later(event) && event.data.outcome === 'met')
  return [
    whereNow(child, today),
    {
      question: 'secondPlan',
      answer: plans.length > 0,
      because:
        plans[0] === undefined
          ? 'No child protection plan that started since is recorded'
          : `A child protection plan started on ${govukDate(plans[0].startedOn)}`,
    },
    {
      question: 'reReferral',
      answer: referred.length > 0,
      because:
        referred[0] === undefined
          ? 'No referral received since is recorded'
          : `A referral was received on ${govukDate(referred[0].on)}`,
    },
    ...withoutSafetyPlan(child, since, today),
    {
      question: 'goalsMet',
      answer: new Set(met.map(({ data }) => data.goal)).size,
      because: met.length === 0 ? 'No goal recorded as met since' : 'Goals recorded as met since',
    },
  ]
}

function whereNow({ history, plans, cinPlans, referrals }: ChildState, today: LocalDate): PreAnswer {
  const runs = ({ startedOn, end }: { startedOn: LocalDate; end: { on: LocalDate } | null }): boolean =>
    !startedOn.isAfter(today) && (end === null || end.on.isAfter(today))
  const say = (answer: string, because: string): PreAnswer => ({ question: 'now', answer, because })
  const care = ofKind(history.events, 'looked-after-started', 'looked-after-ended').findLast(
    ({ on }) => !on.isAfter(today),
  )
  if (care?.kind === 'looked-after-started') return say('looked-after', `Looked after since ${govukDate(care.on)}`)
  const running = plans.find(runs)
  if (running !== undefined) return say('on-plan', `On a child protection plan since ${govukDate(running.startedOn)}`)
  const need = cinPlans.find(runs)
  if (need !== undefined) return say('stepped-down', `On a child in need plan since ${govukDate(need.startedOn)}`)
  const down = ofKind(history.events, 'stepped-down').findLast(({ on }) => !on.isAfter(today))
  if (down !== undefined) return say('stepped-down', `Stepped down on ${govukDate(down.on)}`)
  if (isClosedOn(history, referrals, today)) return say('closed', 'The case is closed for this child')
  const ended = plans.findLast(({ end }) => end !== null && !end.on.isAfter(today))?.end
  return ended == null
    ? say('ended', 'No plan of this child runs')
    : say('ended', `The child protection plan ended on ${govukDate(ended.on)}`)
}

/** Only that there was none is a fact; whether one was kept is for people to say. */
function withoutSafetyPlan({ safetyPlans }: ChildState, since: LocalDate, today: LocalDate): readonly PreAnswer[] {
  const ran = safetyPlans.some(
    ({ agreedOn, end }) => !agreedOn.isAfter(today) && (end === null || end.on.isAfter(since)),
  )
  return ran ? [] : [{ question: 'safetyPlanKept', answer: 'none', because: 'No safety plan ran in this time' }]
}
