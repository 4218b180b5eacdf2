import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'

const FIRST = LocalDate.of(2026, 1, 5)

/** One of six days in ten weeks, so that much happens on one day. */
const day = fc.integer({ min: 0, max: 5 }).map((index) => FIRST.plusDays(index * 14))
const quorate = fc.constantFrom({}, { quorate: true }, { quorate: false })
const made = fc.constantFrom('plan', 'no-plan').chain((outcome) => quorate.map((more) => ({ outcome, ...more })))
const id = fc.constantFrom('e0', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'elsewhere')
const nothing = fc.constant({})
const only = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const named = day.map((on) => on.toString())
const booked = day.map((on) => ({ for: on.toString() }))

/** Every kind the rules look at, with payloads as the chronology allows them. */
const KINDS: readonly (readonly [kind: string, data: fc.Arbitrary<object>])[] = [
  ['referral-received', only({ source: '2A' })],
  [
    'referral-decided',
    fc.record({ outcome: only('accepted', 'no-action'), referral: id }, { requiredKeys: ['outcome'] }),
  ],
  ['referrer-told', nothing],
  ['assessment-authorised', fc.record({ referral: id }, { requiredKeys: [] })],
  ['strategy-discussion', only({ opensSection47: true })],
  ['section-47-ended', fc.record({ outcome: only('conference', 'no-conference'), enquiry: id })],
  ['icpc-booked', booked],
  ['icpc-not-required', only({ reason: 'none' })],
  ['icpc-held', made],
  ['report-shared', only({ for: 'icpc' }, { for: 'review' })],
  ['record-circulated', fc.record({ of: only('decision', 'record'), meeting: id })],
  ['transfer-in-notified', nothing],
  ['transfer-in-conference-booked', booked],
  ['transfer-in-conference-held', made],
  [
    'plan-started',
    fc.record({ plan: only('cpp'), authority: only('ours', 'ours', 'other') }, { requiredKeys: ['plan'] }),
  ],
  [
    'plan-ended',
    fc.record(
      { plan: only('cpp'), of: id, reason: only('review', 'moved', 'looked-after') },
      { requiredKeys: ['plan', 'reason'] },
    ),
  ],
  ['plan-started', fc.record({ plan: only('cin', 'cin', 'plo') })],
  [
    'plan-ended',
    fc.record({ plan: only('cin', 'plo'), of: id, reason: only('other') }, { requiredKeys: ['plan', 'reason'] }),
  ],
  ['cin-review-booked', booked],
  ['cin-review-held', nothing],
  ['plo-reviewed', nothing],
  ['plo-extended', day.map((on) => ({ until: on.toString(), reason: 'a late assessment' }))],
  [
    'goal-set',
    fc
      .record({ goal: only('school', 'teeth'), plan: fc.oneof(id, only('cpp', 'cin')), by: day.map(String) })
      .map((goal) => ({
        ...goal,
        ...{ change: 'every day', sign: 'the register', otherwise: 'a meeting', otherwiseBy: '2026-12-01' },
      })),
  ],
  ['goal-reviewed', fc.record({ goal: only('school', 'teeth'), outcome: only('met', 'part', 'not') })],
  ['contingency-started', fc.record({ goal: only('school', 'teeth') })],
  ['care-measured', only({ tool: 'Graded Care Profile' })],
  ['long-plan-decided', only({ months: 15, decision: 'continue' })],
  ['looked-after-started', nothing],
  ['looked-after-ended', nothing],
  ['child-born', nothing],
  ['core-group-held', quorate],
  ['core-group-booked', booked],
  ['visit-made', only({ seen: true, seenAlone: false }, { seen: true }, { seen: false })],
  ['review-held', only('continue', 'end').chain((outcome) => quorate.map((more) => ({ outcome, ...more })))],
  ['review-booked', booked],
  ['meeting-cancelled', fc.record({ booking: id })],
  ['worker-allocated', only({ person: 'w1' }, { person: 'w2' })],
  ['worker-ended', only({ person: 'w1' }, { person: 'w2' })],
  ['follow-up-answered', fc.record({ anchor: only('plan-start', 'plan-end', 'closure'), of: id, months: only(3, 6) })],
  ['child-left', only({ reason: 'died' }, { reason: 'moved' }, { reason: 'adult' })],
  ['transferred-in', only({}, { team: 'a' }, { team: 'b' })],
  ['transferred-out', only({}, { team: 'a' })],
  ['discussed-in-supervision', only({ session: 's1' })],
  ['individual-supervision-held', only({}, { worker: 'w1' })],
  [
    'safety-plan-agreed',
    fc.record(
      {
        how: only('verbal', 'handwritten', 'formal'),
        reviewMode: only('date', 'six-weekly', 'no-end'),
        reviewOn: named,
        validUntil: named,
        timeOfferedUntil: named,
        signatories: only(['parent', 'parent'], ['team-manager']),
      },
      { requiredKeys: ['how', 'reviewMode'] },
    ),
  ],
  ['safety-plan-signed', only({ role: 'team-manager' }, { role: 'parent' }, { role: 'parent', person: 'p1' })],
  ['consent-recorded', only({ state: 'refused' })],
  ['safety-plan-reviewed', nothing],
  ['safety-plan-ended', nothing],
  [
    'goal-set',
    fc.record({
      goal: only('seen', 'fed'),
      plan: fc.oneof(only('safety'), id),
      change: only('x'),
      sign: only('x'),
      by: named,
      otherwise: only('x'),
      otherwiseBy: named,
      agency: only('social care'),
      frequency: only('5 days'),
    }),
  ],
  ['goal-reviewed', fc.record({ goal: only('seen', 'fed'), outcome: only('met', 'not') })],
  ['caution-given', only({ person: 'p1' })],
  ['caution-compliance-asked', fc.record({ caution: id })],
  ['caution-ended', fc.record({ caution: id, result: only('met', 'court') })],
  ['information-requested', only({ agency: 'school' })],
  ['information-answered', fc.record({ request: id })],
  ['dispute-raised', nothing],
  ['dispute-stage-ended', fc.record({ dispute: id, stage: only<string | number>(1, 2, 3, 4, 9, 'managers met') })],
  ['dispute-resolved', fc.record({ dispute: id, reason: only('agreed') })],
  ['handover-proposed', only({ to: 'north' })],
  ['handover-accepted', only({ by: 'A' })],
  ['step-down-proposed', only({ from: 'cpp', to: 'cin' })],
  ['step-down-declined', only({ by: 'A', reason: 'too early' })],
  ['action-agreed', fc.record({ action: only('ring', 'write'), owner: only('A'), by: named, meeting: only('m1') })],
  ['action-done', fc.record({ action: fc.oneof(only('ring', 'write'), id) })],
  ['case-closed', only({ reason: 'RC7' })],
  ['case-reopened', nothing],
]

/** Plans, and what runs in them, more often than the rest. */
const OFTEN = new Set(['icpc-held', 'plan-started', 'plan-ended', 'visit-made', 'core-group-held', 'review-held'])
const shape = fc.oneof(
  ...KINDS.map(([kind, data]) => ({
    weight: OFTEN.has(kind) ? 5 : 1,
    arbitrary: data.map((payload) => ({ kind, data: payload })),
  })),
)

const event = fc.record({
  on: day,
  shape,
  children: only<readonly string[] | undefined>(undefined, undefined, ['c1'], ['c2']),
  supersedes: fc.option(id, { freq: 6, nil: undefined }),
  voided: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

/** Facts of two children as nobody would record them on purpose: contradictory, out of order, corrected in every way. Up to 25 events. */
export const anyFacts: fc.Arbitrary<CaseFacts> = fc.array(event, { minLength: 2, maxLength: 25 }).map((events) => ({
  ref: 'T-1',
  team: null,
  liveSince: null,
  children: [
    { id: 'c1', bornOn: LocalDate.of(2022, 1, 5), expectedOn: null },
    // Comes of age among the events.
    { id: 'c2', bornOn: LocalDate.of(2008, 2, 9), expectedOn: null },
  ],
  events: events.map(
    ({ on, shape: { kind, data }, children, supersedes, voided }, index) =>
      ({
        id: `e${String(index)}`,
        kind,
        on,
        data,
        ...(children === undefined ? {} : { children }),
        ...(supersedes === undefined ? {} : { supersedes, ...(voided ? { void: true } : {}) }),
      }) as ChronologyEvent,
  ),
}))
