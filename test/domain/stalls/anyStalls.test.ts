import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar } from '../facts'

const FIRST = LocalDate.of(2026, 1, 5)
const only = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const nothing = fc.constant({})
const day = fc.integer({ min: 0, max: 7 }).map((index) => FIRST.plusDays(index * 11))
const id = only('e0', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'elsewhere')
const absent = fc.subarray(['school', 'police', 'health'])
const booked = day.map((on) => ({ for: on.toString() }))

/** Every kind the stalls look at. */
const KINDS: readonly (readonly [kind: string, data: fc.Arbitrary<object>])[] = [
  ['plan-started', fc.record({ plan: only('cpp', 'cpp', 'cin'), previousPlans: only(0, 1) })],
  ['plan-ended', fc.record({ plan: only('cpp', 'cin'), reason: only('moved', 'looked-after', 'review') })],
  ['progress-recorded', nothing],
  ['goal-reviewed', fc.record({ goal: only('meals'), outcome: only('met', 'part', 'not') })],
  ['review-held', fc.record({ outcome: only('continue', 'continue', 'end'), quorate: fc.boolean() })],
  ['review-booked', booked],
  ['core-group-held', fc.record({ absent })],
  ['core-group-booked', booked],
  ['icpc-booked', booked],
  ['icpc-held', only({ outcome: 'plan' })],
  ['meeting-cancelled', fc.record({ booking: id })],
  ['discussed-in-supervision', fc.record({ session: only('s1', 's2', 's3', 's4'), absent })],
  ['supervision-summary-written', fc.record({ session: only('s1', 's2', 's3', 's4') })],
  ['worker-allocated', only({ person: 'w1' }, { person: 'w2' }, { person: 'w3' }, { person: 'w4' })],
  ['referral-received', only({ source: '2A' })],
  ['referral-decided', only({ outcome: 'accepted' }, { outcome: 'no-action' })],
  ['stepped-down', only({ from: 'cpp', to: 'cin' })],
  ['specialist-needed', only({ role: 'recovery' }, { role: 'psychology' })],
  ['specialist-allocated', only({ role: 'recovery', person: 'p1' }, { role: 'recovery', person: 'p2' })],
  ['specialist-ended', fc.record({ role: only('recovery', 'psychology'), reason: only('done', 'declined', 'left') })],
  ['safety-plan-breached', nothing],
  ['safety-plan-breach-decided', fc.record({ breach: id, decision: only('support') })],
  ['visit-made', only({ seen: true }, { seen: false }, { seen: false })],
  ['appointment-missed', only({ with: 'school' }, { with: 'dentist' })],
  ['child-left', only({ reason: 'died' }, { reason: 'moved' }, { reason: 'adopted' })],
  ['case-closed', only({ reason: 'RC7' })],
  ['case-reopened', nothing],
]

/** What takes three facts of one kind to be found, and the plans they stand in. */
const OFTEN = new Set(['plan-started', 'review-held', 'worker-allocated', 'visit-made'])
const shape = fc.oneof(
  ...KINDS.map(([kind, data]) => ({
    weight: OFTEN.has(kind) ? 6 : 1,
    arbitrary: data.map((payload) => ({ kind, data: payload })),
  })),
)
const anyEvent = fc.record({
  on: day,
  shape,
  children: only<readonly string[] | undefined>(undefined, undefined, ['c1'], ['c2']),
  supersedes: fc.option(id, { freq: 6, nil: undefined }),
  taken: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

/** Facts of two children in any order, contradictory, corrected in every way. */
const anyFacts: fc.Arbitrary<CaseFacts> = fc.array(anyEvent, { minLength: 2, maxLength: 30 }).map((events) => ({
  ref: 'T-1',
  team: null,
  liveSince: null,
  children: [
    { id: 'c1', bornOn: LocalDate.of(2022, 1, 5), expectedOn: null },
    { id: 'c2', bornOn: null, expectedOn: LocalDate.of(2026, 2, 1) },
  ],
  events: events.map(
    ({ on, shape: { kind, data }, children, supersedes, taken }, index) =>
      ({
        id: `e${String(index)}`,
        kind,
        on,
        data,
        ...(children === undefined ? {} : { children }),
        ...(supersedes === undefined ? {} : { supersedes, ...(taken ? { void: true } : {}) }),
      }) as ChronologyEvent,
  ),
}))

describe('every rule points at recorded facts', () => {
  it('each stall names standing facts and ends with what was found, no two share a key, whatever is recorded', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { obligations, problems } = timeline(given, always(englandFamilySafeguarding1), calendar)
        const ids = new Set(given.events.map((event) => event.id))
        for (const { rule, kind, explanation, reminders, late } of obligations) {
          if (kind !== 'stall') continue
          seen.add(rule)
          const evidence = explanation.flatMap((step) => (step.step === 'evidence' ? [step] : []))
          expect(evidence.length).toBeGreaterThan(0)
          expect(evidence.filter((step) => !ids.has(step.id))).toEqual([])
          expect(explanation.at(-1)?.step).toBe('found')
          expect(reminders).toEqual([])
          expect(late.map(({ step, to }) => [step, ...to])).toEqual([['late', 'team-manager']])
        }
        expect(problems.filter(({ problem }) => problem.includes('twice from one event'))).toEqual([])
      }),
      { numRuns: 800 },
    )
    // The facts reach every rule: none is quiet because nothing was ever made for it.
    const stalls = englandFamilySafeguarding1.rules.filter(({ kind }) => kind === 'stall').map(({ id: rule }) => rule)
    expect([...seen].sort()).toEqual([...stalls].sort())
  })
})
