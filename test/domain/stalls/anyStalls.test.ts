import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar } from '../facts'
import { SEED } from '../../seed'

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
  ['safety-plan-breach-passed-on', fc.record({ breach: id, to: only('team-manager', 'detective-sergeant') })],
  ['safety-plan-breach-decided', fc.record({ breach: id, decision: only('support') })],
  ['visit-made', only({ seen: true }, { seen: false }, { seen: false })],
  ['appointment-missed', only({ with: 'school' }, { with: 'dentist' })],
  ['child-left', only({ reason: 'died' }, { reason: 'moved' }, { reason: 'adopted' })],
  ['case-closed', only({ reason: 'RC7' })],
  ['case-reopened', nothing],
]

/** Few kinds at a time, so that much of one kind happens; there is often a plan to happen in. */
const kinds = fc
  .subarray([...KINDS], { minLength: 2, maxLength: 6 })
  .chain((some) => only(some, [...KINDS.slice(0, 1), ...some]))

const eventOf = (some: readonly (typeof KINDS)[number][]) =>
  fc.record({
    on: day,
    shape: fc.oneof(...some.map(([kind, data]) => data.map((payload) => ({ kind, data: payload })))),
    children: only<readonly string[] | undefined>(undefined, undefined, ['c1'], ['c2']),
    supersedes: fc.option(id, { freq: 6, nil: undefined }),
    taken: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
const someEvents = kinds.chain((some) => fc.array(eventOf(some), { minLength: 2, maxLength: 20 }))

/** Facts of two children in any order, contradictory, corrected in every way. */
const anyFacts: fc.Arbitrary<CaseFacts> = someEvents.map((events) => ({
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

const stallsOf = (given: CaseFacts) =>
  timeline(given, always(englandFamilySafeguarding1), calendar).obligations.filter(({ kind }) => kind === 'stall')

const ofOthers = { reminded: [], told: ['late team-manager'] }
/** A breach is told on its day; one that is passed on is the detective sergeant's too. */
const ofBreach = (part: string) =>
  part === ''
    ? { reminded: ['at-once team-manager'], told: ['late team-manager'] }
    : { reminded: ['at-once detective-sergeant'], told: ['late team-manager detective-sergeant'] }

describe('every rule points at recorded facts', () => {
  it('each stall names standing facts, ends with what was found, tells the team manager and reminds nobody but of a breach, whatever is recorded', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const ids = new Set(given.events.map((event) => event.id))
        for (const { rule, part, explanation, reminders, late } of stallsOf(given)) {
          const evidence = explanation.flatMap((step) => (step.step === 'evidence' ? [step.id] : []))
          expect({
            named: evidence.length > 0 && evidence.every((one) => ids.has(one)),
            last: explanation.at(-1)?.step,
            reminded: reminders.map(({ step, to }) => [step, ...to].join(' ')),
            told: late.map(({ step, to }) => [step, ...to].join(' ')),
          }).toEqual({
            named: true,
            last: 'found',
            ...(rule === 'breach-without-next-step' ? ofBreach(part) : ofOthers),
          })
        }
      }),
      { numRuns: 400, seed: SEED },
    )
  })

  it('no two stalls share a key, whatever is recorded', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { problems } = timeline(given, always(englandFamilySafeguarding1), calendar)
        expect(problems.filter(({ problem }) => problem.includes('twice from one event'))).toEqual([])
      }),
      { numRuns: 400, seed: SEED },
    )
  })

  it('such facts reach every rule of stalls', () => {
    const seen = new Set(
      fc
        .sample(anyFacts, { numRuns: 400, seed: 1 })
        .flatMap(stallsOf)
        .map(({ rule }) => rule),
    )
    const all = englandFamilySafeguarding1.rules.filter(({ kind }) => kind === 'stall').map(({ id: rule }) => rule)
    expect([...seen].sort()).toEqual([...all].sort())
  })
})
