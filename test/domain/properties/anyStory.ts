import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { Child } from '../../../domain/chronology/child'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { EVENT_KINDS } from '../../../domain/chronology/eventKinds'
import { beat, chain, perhaps, together, type Beat } from './anyBeat'
import { settled, type Earlier } from './anyPayload'

/** The first day on which a story may begin. */
const FIRST = LocalDate.of(2024, 1, 1)
export const LAST = LocalDate.of(2029, 12, 31)
const MOST_EVENTS = 60

const soon = { min: 0, max: 5 }
const within = (days: number) => ({ min: 0, max: days })

const referral = together(
  beat('referral-received', soon),
  perhaps(beat('referral-decided', { min: 5, max: 8 }, { outcome: 'accepted' })),
  perhaps(beat('referrer-told', { min: 6, max: 14 })),
  perhaps(beat('worker-allocated', { min: 5, max: 10 })),
  perhaps(beat('assessment-authorised', { min: 20, max: 80 })),
)
const enquiry = together(
  beat('strategy-discussion', soon, { opensSection47: true }),
  perhaps(beat('visit-made', { min: 0, max: 8 })),
  perhaps(beat('icpc-booked', { min: 2, max: 10 })),
  perhaps(beat('report-shared', { min: 10, max: 20 })),
  perhaps(beat('section-47-ended', { min: 10, max: 25 })),
)
/** A child protection plan, with what is done while it runs. */
const protection = together(
  perhaps(beat('icpc-held', { min: 18, max: 22 }, { outcome: 'plan' })),
  perhaps(beat('plan-started', { min: 20, max: 22 }, { plan: 'cpp', authority: 'ours' })),
  chain('visit-made', 8, { min: 5, max: 20 }),
  chain('core-group-held', 5, { min: 10, max: 50 }),
  chain('review-held', 4, { min: 60, max: 190 }),
  chain('review-booked', 2, { min: 40, max: 90 }),
  chain('record-circulated', 2, { min: 20, max: 90 }),
  chain('goal-set', 2, { min: 15, max: 40 }),
  chain('goal-reviewed', 2, { min: 50, max: 90 }),
  chain('progress-recorded', 2, { min: 20, max: 60 }),
)
const need = together(
  beat('plan-started', within(3), { plan: 'cin' }),
  chain('visit-made', 3, { min: 10, max: 30 }),
  chain('cin-review-held', 2, { min: 30, max: 90 }),
  perhaps(beat('plan-ended', { min: 60, max: 200 }, { plan: 'cin' })),
)
const safety = together(
  beat('safety-plan-agreed', within(3)),
  chain('safety-plan-signed', 2, { min: 1, max: 8 }),
  perhaps(beat('safety-plan-breached', { min: 5, max: 60 })),
  perhaps(beat('safety-plan-breach-decided', { min: 20, max: 70 })),
  perhaps(beat('caution-given', { min: 10, max: 70 })),
  perhaps(beat('goal-set', { min: 3, max: 10 }, { plan: 'safety', agency: 'social care', frequency: 'every 5 days' })),
)
const proceedings = together(
  beat('plan-started', soon, { plan: 'plo' }),
  chain('plo-reviewed', 3, { min: 20, max: 60 }),
  perhaps(beat('plo-extended', { min: 30, max: 120 })),
  perhaps(beat('plan-ended', { min: 60, max: 200 }, { plan: 'plo' })),
)
/** What goes wrong more than once in a row. */
const drift = together(
  chain('worker-allocated', 5, { min: 5, max: 50 }),
  chain('appointment-missed', 4, { min: 2, max: 20 }),
  chain('visit-made', 4, { min: 2, max: 9 }),
  chain('core-group-held', 3, { min: 10, max: 40 }),
  chain('discussed-in-supervision', 4, { min: 20, max: 32 }),
  chain('individual-supervision-held', 4, { min: 10, max: 40 }),
)
const ending = together(
  perhaps(beat('review-held', within(3), { outcome: 'end', quorate: true })),
  perhaps(beat('plan-ended', within(3), { plan: 'cpp', reason: 'review' })),
  perhaps(beat('step-down-proposed', within(5))),
  perhaps(beat('step-down-accepted', { min: 3, max: 20 })),
  perhaps(beat('follow-up-answered', { min: 80, max: 200 })),
)
const closing = together(
  perhaps(beat('closure-proposed', within(5))),
  perhaps(beat('closure-accepted', { min: 5, max: 15 })),
  beat('case-closed', { min: 10, max: 20 }),
  perhaps(beat('case-reopened', { min: 20, max: 200 })),
)
/** Anything at all, over a year. */
const anything = fc.array(fc.oneof(...EVENT_KINDS.map((kind) => beat(kind, within(365)))), {
  minLength: 1,
  maxLength: 20,
})

const act = fc.oneof(
  { weight: 3, arbitrary: referral },
  { weight: 3, arbitrary: enquiry },
  { weight: 5, arbitrary: protection },
  { weight: 2, arbitrary: need },
  { weight: 2, arbitrary: safety },
  { weight: 1, arbitrary: fc.tuple(protection, safety).map((both) => both.flat()) },
  { weight: 1, arbitrary: proceedings },
  { weight: 2, arbitrary: drift },
  { weight: 2, arbitrary: ending },
  { weight: 2, arbitrary: closing },
  { weight: 3, arbitrary: anything },
)

/** Days between the beginnings of two acts: often none, so that much happens on one day. */
const pause = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 30, max: 500 }))

const someChild = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 6000 }).map((days) => born(LocalDate.of(2023, 12, 1), -days)) },
  // Comes of age during the story, or may.
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1800 }).map((days) => born(LocalDate.of(2006, 1, 20), days)) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 0, max: 700 })
      .map((days) => ({ bornOn: null, expectedOn: FIRST.plusDays(30 + days) })),
  },
  { weight: 1, arbitrary: fc.constant({ bornOn: null, expectedOn: null }) },
)
const born = (from: LocalDate, days: number) => ({ bornOn: from.plusDays(days), expectedOn: null })

const correction = fc.record({
  which: fc.nat(59),
  moved: fc.oneof(fc.constant(0), fc.integer({ min: -20, max: 20 })),
  content: fc.constantFrom<'kept' | 'void'>('kept', 'kept', 'kept', 'void'),
})

/**
 * Facts of one case, mostly as a case goes: referral, enquiry, conference, plan, what is done in it, its end, closing and reopening; with anything else
 * thrown in, recorded late, corrected, taken back and contradicting itself. 1-3 children, some unborn; 0-60 events, 2024-2029; every kind of event.
 */
export const anyStory: fc.Arbitrary<CaseFacts> = fc
  .record({
    start: fc.integer({ min: 0, max: 700 }),
    children: fc.array(someChild, { minLength: 1, maxLength: 3 }),
    team: fc.constantFrom('north-1', null),
    live: fc.option(fc.integer({ min: 0, max: 900 }), { freq: 8 }),
    acts: fc.array(fc.tuple(pause, act), { maxLength: 6 }),
    corrections: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(correction, { maxLength: 4 })),
  })
  .map(({ start, children, team, live, acts, corrections }) => {
    let began = start
    const dated = acts.flatMap(([days, beats]) => {
      began += days
      return beats.map((one) => ({ beat: one, on: capped(FIRST.plusDays(began + one.after)) }))
    })
    const known = children.map((child, index): Child => ({ id: `c${String(index + 1)}`, ...child }))
    const events = appended(dated, known)
    return {
      ref: 'T-1',
      team,
      liveSince: live === null ? null : FIRST.plusDays(live),
      children: known,
      events: corrected(events, corrections).slice(0, MOST_EVENTS),
    }
  })

const capped = (day: LocalDate): LocalDate => (day.isAfter(LAST) ? LAST : day.isBefore(FIRST) ? FIRST : day)

/** In the order in which they were recorded, each naming only what was recorded before it. */
function appended(
  dated: readonly { readonly beat: Beat; readonly on: LocalDate }[],
  children: readonly Child[],
): readonly ChronologyEvent[] {
  const inTurn = [...dated].sort(
    (a, b) => a.on.toEpochDay() + a.beat.recordedLate - (b.on.toEpochDay() + b.beat.recordedLate),
  )
  const before: Earlier[] = []
  return inTurn.map(({ beat: { kind, payload, concerning }, on }, index) => {
    const id = `e${String(index)}`
    const some = children.filter((_, at) => (concerning & (1 << at)) !== 0).map((child) => child.id)
    const event = { id, kind, on, data: settled(payload, on, before), ...(some.length === 0 ? {} : { children: some }) }
    before.push({ id, kind })
    return event as ChronologyEvent
  })
}

/** Every kind of correction at the end of what was recorded: another day, the same again, or taken back. */
function corrected(
  events: readonly ChronologyEvent[],
  corrections: readonly { readonly which: number; readonly moved: number; readonly content: 'kept' | 'void' }[],
): readonly ChronologyEvent[] {
  const found = [...events]
  for (const { which, moved, content } of corrections) {
    const wrong = found[which % Math.max(1, found.length)]
    if (wrong === undefined) continue
    found.push({
      ...wrong,
      id: `k${String(found.length)}`,
      on: capped(wrong.on.plusDays(moved)),
      supersedes: wrong.id,
      void: content === 'void',
    })
  }
  return found
}
