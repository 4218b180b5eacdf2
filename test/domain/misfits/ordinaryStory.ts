import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { goal } from './asRecorded'

/** One thing that is recorded: so many days after the one before, by an id where something later names it. */
interface Recorded {
  readonly after: number
  readonly kind: string
  readonly data: object
  readonly id?: string
}

const FIRST = LocalDate.of(2026, 1, 5)

const step = (kind: string, data: object = {}, id?: string): fc.Arbitrary<readonly Recorded[]> =>
  fc.integer({ min: 0, max: 40 }).map((after) => [{ after, kind, data, ...(id === undefined ? {} : { id }) }])
const perhaps = (...steps: readonly fc.Arbitrary<readonly Recorded[]>[]): fc.Arbitrary<readonly Recorded[]> =>
  fc.boolean().chain((happens) => (happens ? inTurn(...steps) : fc.constant([])))
const inTurn = (...steps: readonly fc.Arbitrary<readonly Recorded[]>[]): fc.Arbitrary<readonly Recorded[]> =>
  fc.tuple(...steps).map((all) => all.flat())

/** What is set and done in a plan of a kind, whichever name says which; its days lie well ahead. */
const goals = (name: string, plan: string) =>
  inTurn(
    step('goal-set', goal({ goal: name, plan, by: '2033-01-04', otherwiseBy: '2033-02-01' })),
    perhaps(step('contingency-started', { goal: name })),
    perhaps(step('goal-reviewed', { goal: name, outcome: 'part' })),
  )

const protection = (turn: number) =>
  inTurn(
    perhaps(step('icpc-held', { outcome: 'plan', quorate: turn !== 1 }, `conference${String(turn)}`)),
    step('plan-started', { plan: 'cpp' }, `cpp${String(turn)}`),
    step('core-group-held', { quorate: true }),
    goals(`home ${String(turn)}`, 'cpp'),
    goals(`school ${String(turn)}`, `cpp${String(turn)}`),
    step('review-booked', { for: '2033-01-04' }),
    step('review-held', { outcome: 'continue', quorate: turn !== 2 }),
    step('follow-up-answered', { anchor: 'plan-start', of: `cpp${String(turn)}`, months: 3 }),
    step('step-down-proposed', { from: 'cpp', to: 'cin' }),
    perhaps(
      step('step-down-declined', { by: 'A', reason: 'too early' }),
      step('step-down-proposed', { from: 'cpp', to: 'cin' }),
    ),
    step('step-down-accepted', { by: 'A' }),
    fc
      .boolean()
      .chain((byReview) =>
        byReview
          ? step('review-held', { outcome: 'end', quorate: true }, `end${String(turn)}`)
          : step('plan-ended', { plan: 'cpp', of: `cpp${String(turn)}`, reason: 'moved' }, `end${String(turn)}`),
      ),
    perhaps(step('follow-up-answered', { anchor: 'plan-end', of: `end${String(turn)}`, months: 3 })),
  )
const other = (plan: 'cin' | 'plo', review: string) =>
  inTurn(
    step('plan-started', { plan }),
    goals(`${plan} goal`, plan),
    step(review),
    perhaps(step('plan-ended', { plan, reason: 'other' })),
  )
const besides = inTurn(
  step('dispute-raised', {}, 'dispute'),
  perhaps(step('dispute-stage-ended', { dispute: 'dispute', stage: 1 })),
  perhaps(step('dispute-resolved', { dispute: 'dispute', reason: 'agreed' })),
  step('information-requested', { agency: 'school' }, 'request'),
  perhaps(step('information-answered', { request: 'request' })),
  step('action-agreed', { action: 'ring', owner: 'A', by: '2033-01-04', meeting: 'm1' }),
  perhaps(step('action-done', { action: 'ring' })),
)
const closing = inTurn(
  perhaps(step('closure-proposed'), step('closure-accepted', { by: 'A' })),
  step('case-closed', { reason: 'done' }, 'closing'),
  perhaps(step('follow-up-answered', { anchor: 'closure', of: 'closing', months: 3 })),
)

/** Facts of one family as they are recorded when all goes in order: two plans, whatever hangs on them, a closing. */
export const ordinaryStory: fc.Arbitrary<readonly ChronologyEvent[]> = inTurn(
  perhaps(other('cin', 'cin-review-held')),
  protection(1),
  besides,
  perhaps(protection(2)),
  perhaps(other('plo', 'plo-reviewed')),
  closing,
).map((all) => {
  let on = FIRST
  return all.map(({ after, ...recorded }, index) => {
    on = on.plusDays(after)
    return { id: `e${String(index)}`, ...recorded, on } as ChronologyEvent
  })
})
