import fc from 'fast-check'
import { childHistories, ofKind } from '../../../domain/chronology/childHistory'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { protectionPlans } from '../../../domain/chronology/protectionPlans'
import type { RuleId } from '../../../domain/policy/ruleIds'
import { keyOf, type Obligation } from '../../../domain/timeline/obligation'
import { anyStory } from './anyStory'
import { expectAlways } from './expectAlways'
import { byKey, planned } from './planned'

/** What runs from a review conference, ends with one, or is about its booking (handbook 3). */
const ABOUT_REVIEWS: readonly RuleId[] = [
  'review-report',
  'conference-decision',
  'conference-record',
  'reconvene',
  'baseline',
  'booking-without-outcome',
  'reviews-without-goal-met',
  'back-within-a-year',
  'plan-ended-without-ground',
  // Its months go as far as the facts do.
  'gcs-month',
]

/** A quorate review of the first child that continues its plan, on a day on which that plan alone runs and no other review is held. */
const withReview = fc
  .tuple(anyStory, fc.nat(5), fc.nat(200))
  .map(([story, which, days]) => {
    const [history] = childHistories(story).children
    const plans = history === undefined ? [] : protectionPlans(history).plans
    const plan = plans[which % Math.max(1, plans.length)]
    if (history === undefined || plan === undefined) return undefined
    const from = plan.conference?.on.isAfter(plan.startedOn) === true ? plan.conference.on : plan.startedOn
    const on = from.plusDays(days + 1)
    const isTaken = ofKind(history.events, 'review-held').some((held) => held.on.equals(on))
    const others = plans.filter((other) => other !== plan && other.end?.on.isBefore(on) !== true)
    // Of two plans recorded at once a review is of both.
    if (
      isTaken ||
      others.some(({ startedOn }) => !startedOn.isAfter(on)) ||
      (plan.end !== null && !on.isBefore(plan.end.on))
    )
      return undefined
    const data = { outcome: 'continue', quorate: true } as const
    const held: ChronologyEvent = { id: 'held', kind: 'review-held', on, children: [history.child.id], data }
    return { story, held, child: history.child.id }
  })
  .filter((drawn) => drawn !== undefined)

const isReview = ({ rule }: Obligation): boolean => rule === 'review-first' || rule === 'review-next'
/** All of it; where meetings are booked, of a later review not which booking is its own: the review held takes the one before. */
const bytes =
  (story: CaseFacts, held: ChronologyEvent) =>
  (one: Obligation | undefined): string => {
    const isBooked = story.events.some(({ kind }) => kind === 'review-booked')
    const mayBeAnothers = one !== undefined && isBooked && isReview(one) && one.triggerOn.isAfter(held.on)
    return JSON.stringify({
      ...one,
      occurrence: 0,
      ...(mayBeAnothers
        ? {
            bookedFor: null,
            explanation: one.explanation.filter(({ step }) => step !== 'booked-beyond'),
            reminders: one.reminders.filter(({ step }) => !step.startsWith('book-')),
          }
        : {}),
    })
  }

describe('a quorate review that continues the plan', () => {
  it('meets exactly its own obligation, starts exactly the next, and leaves what is not about reviews as it was', () => {
    expectAlways('quorate review', withReview, ({ story, held, child }) => {
      const before = planned(story)
      const after = planned({ ...story, events: [...story.events, held] })
      const now = byKey(after)
      const metByIt = after.obligations.filter(
        (one) => isReview(one) && one.end.outcome === 'met' && one.end.by === 'held',
      )
      expect(metByIt.map(({ subject }) => subject)).toEqual([child])
      const started = after.obligations.filter((one) => isReview(one) && one.trigger === 'held')
      expect(started.map(({ rule, subject }) => [rule, subject])).toEqual([['review-next', child]])
      const own = metByIt.map(keyOf)
      const isAbout = (one: Obligation): boolean =>
        (ABOUT_REVIEWS as readonly string[]).includes(one.rule) || own.includes(keyOf(one))
      const others = before.obligations.filter((one) => !isAbout(one))
      const said = bytes(story, held)
      expect(others.map((one) => said(now.get(keyOf(one))))).toEqual(others.map(said))
      const known = new Set(before.obligations.map(keyOf))
      const added = after.obligations.filter(
        (one) => !known.has(keyOf(one)) && !isReview(one) && !(ABOUT_REVIEWS as readonly string[]).includes(one.rule),
      )
      expect(added.map(keyOf)).toEqual([])
    })
  })
})
