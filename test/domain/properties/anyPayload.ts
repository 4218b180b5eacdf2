import fc from 'fast-check'
import type { LocalDate } from '@js-joda/core'
import type { EventKind } from '../../../domain/chronology/eventKinds'

/** The id of an earlier event of one of these kinds; where there is none, of any earlier one, or one nobody knows. */
interface Named {
  readonly open: 'name'
  readonly turn: number
  readonly kinds: readonly EventKind[]
}

/** So many days after the event's own; before it where negative. */
interface DaysOn {
  readonly open: 'day'
  readonly days: number
}

export interface Earlier {
  readonly id: string
  readonly kind: EventKind
}

/** A payload as it was drawn, with what depends on the event's day and on those before it still open. */
export type DrawnPayload = Readonly<Record<string, unknown>>

/** The payload of an event on a day, after others. */
export const settled = (drawn: DrawnPayload, on: LocalDate, before: readonly Earlier[]): object =>
  Object.fromEntries(
    Object.entries(drawn).map(([field, value]) => {
      if (!isOpen(value)) return [field, value]
      return [field, value.open === 'day' ? on.plusDays(value.days).toString() : idOf(value, before)]
    }),
  )

const isOpen = (value: unknown): value is Named | DaysOn =>
  typeof value === 'object' && value !== null && 'open' in value

function idOf({ turn, kinds }: Named, before: readonly Earlier[]): string {
  const fitting = before.filter(({ kind }) => kinds.includes(kind))
  const among = fitting.length === 0 ? before : fitting
  // One name in ten is nobody's.
  return turn === 9 ? 'elsewhere' : (among.at(-1 - (turn % Math.max(1, among.length)))?.id ?? 'elsewhere')
}

const only = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const named = (...kinds: EventKind[]): fc.Arbitrary<Named> =>
  fc.integer({ min: 0, max: 9 }).map((turn) => ({ open: 'name', turn, kinds }))
const daysOn = (min: number, max: number): fc.Arbitrary<DaysOn> =>
  fc.integer({ min, max }).map((days) => ({ open: 'day', days }))
type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>
const made = (required: Fields, optional: Fields = {}): fc.Arbitrary<DrawnPayload> =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) })

const nothing = made({})
const words = only('a', 'b', 'Mangold')
const person = only('w1', 'w2', 'w3')
const yesNo = fc.boolean()
const quorate = only(true, true, true, false)
const plan = only('cpp', 'cpp', 'cpp', 'cin', 'plo', 'safety')
const goal = only('home', 'school', 'sleep')
const role = only('mental-health', 'domestic-abuse')
const absent = fc.subarray(['school', 'police', 'health'])
const booked = daysOn(-5, 60)
const meetings = ['icpc-held', 'transfer-in-conference-held', 'review-held', 'core-group-held'] as const
const bookings = ['icpc-booked', 'review-booked', 'core-group-booked', 'cin-review-booked'] as const

/** A payload for every kind of event (contracts.md 2). A kind without one does not compile. */
export const ANY_PAYLOAD: Readonly<Record<EventKind, fc.Arbitrary<DrawnPayload>>> = {
  'contact-received': made({ source: words }, { grade: words, outcome: words }),
  'referral-received': made({ source: words }),
  'referral-decided': made(
    { outcome: only('accepted', 'accepted', 'early-help', 'no-action') },
    { referral: named('referral-received'), reason: words },
  ),
  'referrer-told': nothing,
  'assessment-started': nothing,
  'assessment-authorised': made({}, { referral: named('referral-received') }),
  'strategy-discussion': made({ opensSection47: only(true, true, false) }, { joint: yesNo, policeGrade: words }),
  'section-47-ended': made({ outcome: only('conference', 'no-conference') }, { enquiry: named('strategy-discussion') }),
  'icpc-booked': made({ for: booked }),
  'icpc-not-required': made({ reason: words }),
  'icpc-held': made({ outcome: only('plan', 'plan', 'no-plan') }, { quorate, meeting: words }),
  'transfer-in-notified': nothing,
  'transfer-in-conference-booked': made({ for: booked }),
  'transfer-in-conference-held': made({ outcome: only('plan', 'no-plan') }, { quorate, meeting: words }),
  'plan-started': made(
    { plan },
    {
      category: words,
      previousPlans: fc.integer({ min: 0, max: 3 }),
      repeatReason: words,
      authority: only('ours', 'ours', 'other'),
    },
  ),
  'plan-ended': made(
    {
      plan,
      reason: only(
        'review',
        'moved',
        'adult',
        'died',
        'left-country',
        'looked-after',
        'in-error',
        'other',
        'not-known',
      ),
    },
    { of: named('plan-started', 'icpc-held') },
  ),
  'core-group-booked': made({ for: booked }),
  'core-group-held': made({}, { quorate, absent }),
  'visit-made': made({ seen: only(true, true, true, false) }, { seenAlone: yesNo, joint: yesNo }),
  'review-booked': made({ for: booked }, { reason: words, approvedBy: words }),
  'review-held': made({ outcome: only('continue', 'continue', 'end') }, { quorate, participation: words }),
  'report-shared': made({ for: only('icpc', 'review') }),
  'record-circulated': made({ of: only('decision', 'record'), meeting: named(...meetings) }),
  'cin-review-booked': made({ for: booked }),
  'cin-review-held': made({}, { independentChair: yesNo }),
  'meeting-cancelled': made({ booking: named(...bookings) }),
  'long-plan-decided': made({ months: only(15, 18, 24), decision: words }),
  'goal-set': made(
    { goal, plan, change: words, sign: words, by: daysOn(-10, 120), otherwise: words, otherwiseBy: daysOn(0, 150) },
    { agency: words, frequency: words },
  ),
  'goal-reviewed': made({ goal, outcome: only('met', 'part', 'not') }),
  'contingency-started': made({ goal }),
  'progress-recorded': nothing,
  'child-born': nothing,
  'worker-allocated': made({ person }),
  'worker-ended': made({ person }),
  'transferred-in': made({}, { team: words }),
  'transferred-out': made({}, { team: words }),
  'specialist-needed': made({ role }),
  'specialist-allocated': made({ role, person }),
  'specialist-ended': made({ role, reason: only('done', 'declined', 'left') }),
  'supervision-summary-written': made({ session: words }),
  'discussed-in-supervision': made({ session: words }, { absent }),
  'individual-supervision-held': made({}, { worker: person }),
  'action-agreed': made({ action: words, owner: person, by: daysOn(-10, 60), meeting: named(...meetings) }),
  'action-done': made({ action: words }),
  'safety-plan-agreed': made(
    {
      how: only('verbal', 'handwritten', 'formal'),
      reviewMode: only('date', 'six-weekly', 'until-met', 'no-end'),
    },
    { reviewOn: daysOn(-5, 60), validUntil: daysOn(0, 90), timeOfferedUntil: daysOn(0, 14), signatories: absent },
  ),
  'safety-plan-signed': made({ role: only('team-manager', 'parent', 'police') }, { person }),
  'safety-plan-shared': made({ with: words }),
  'safety-plan-reviewed': nothing,
  'safety-plan-breached': nothing,
  'safety-plan-breach-passed-on': made({
    breach: named('safety-plan-breached'),
    to: only('team-manager', 'detective-sergeant'),
  }),
  'safety-plan-breach-decided': made({
    breach: named('safety-plan-breached'),
    decision: only('support', 'caution', 'evidence', 'legal-advice', 'none'),
  }),
  'safety-plan-ended': nothing,
  'police-outcome-recorded': made({
    outcome: only(
      'outcome-20',
      'community-resolution',
      'conditional-caution',
      'prosecution',
      'no-further-action',
      'other',
    ),
  }),
  'caution-given': made({ person }),
  'caution-compliance-asked': made({ caution: named('caution-given') }),
  'caution-ended': made({ caution: named('caution-given'), result: only('met', 'court') }),
  'information-requested': made({ agency: words }),
  'information-answered': made({ request: named('information-requested') }),
  'dispute-raised': nothing,
  'dispute-stage-ended': made({ dispute: named('dispute-raised'), stage: only<string | number>(1, 2, 3, 4, '1', '2') }),
  'dispute-resolved': made({ dispute: named('dispute-raised'), reason: words }),
  'follow-up-answered': made(
    {
      anchor: only('plan-start', 'plan-end', 'closure'),
      of: named('plan-started', 'plan-ended', 'case-closed'),
      months: only(3, 6, 12),
    },
    { notPossible: yesNo },
  ),
  'consent-recorded': made({ state: only('given', 'renewed', 'refused', 'withdrawn') }),
  'looked-after-started': nothing,
  'looked-after-ended': nothing,
  'child-left': made({ reason: only('died', 'adult', 'moved', 'adopted') }),
  'step-down-proposed': made({ from: words, to: words }),
  'step-down-accepted': made({ by: person }),
  'step-down-declined': made({ by: person, reason: words }),
  'stepped-down': made({ from: words, to: words }),
  'closure-proposed': nothing,
  'closure-accepted': made({ by: person }),
  'closure-declined': made({ by: person, reason: words }),
  'case-closed': made({ reason: words }),
  'case-reopened': nothing,
  'plo-reviewed': nothing,
  'plo-extended': made({ until: daysOn(0, 90), reason: words }),
  'care-measured': made({ tool: words }, { result: words }),
  'handover-proposed': made({ to: words }),
  'handover-accepted': made({ by: person }),
  'appointment-missed': made({ with: only('school', 'health') }),
  'category-changed': made({ category: words }),
  'chair-allocated': made({ person }),
}
