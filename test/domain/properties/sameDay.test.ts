import fc from 'fast-check'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { EVENT_KINDS, type EventKind } from '../../../domain/chronology/eventKinds'
import { anyStory } from './anyStory'
import { expectAlways } from './expectAlways'
import { planned } from './planned'

/**
 * Where the handbook makes the order of one day matter, by what stands at the end of it: the case closed or open again, who holds the child,
 * which referral a decision is of, whether what was answered was proposed again, and which correction came last. Two records of one kind are told apart by their order too.
 */
const TURNS: ReadonlySet<EventKind> = new Set([
  'case-closed',
  'case-reopened',
  'referral-received',
  'referral-decided',
  'worker-allocated',
  'worker-ended',
  'child-left',
  'step-down-proposed',
  'step-down-accepted',
  'step-down-declined',
  'closure-proposed',
  'closure-accepted',
  'closure-declined',
  'handover-proposed',
  'handover-accepted',
])
const groupOf = ({ kind, supersedes }: ChronologyEvent): number =>
  supersedes !== undefined || TURNS.has(kind) ? -1 : EVENT_KINDS.indexOf(kind)

/** Every event on its own day, the kinds of one day in another turn. */
const turned = (events: readonly ChronologyEvent[], turns: readonly number[]): readonly ChronologyEvent[] =>
  [...events].sort(
    (a, b) =>
      a.on.compareTo(b.on) || (turns[groupOf(a) + 1] ?? 0) - (turns[groupOf(b) + 1] ?? 0) || groupOf(a) - groupOf(b),
  )

const inOtherTurns = fc
  .tuple(
    anyStory,
    fc.array(fc.nat(1000), { minLength: EVENT_KINDS.length + 1, maxLength: EVENT_KINDS.length + 1, size: 'max' }),
  )
  .map(([story, turns]) => ({
    story: { ...story, events: [...story.events].sort((a, b) => a.on.compareTo(b.on)) },
    other: { ...story, events: turned(story.events, turns) },
  }))

/** Of the conference and the start of one plan, and of two records of one day, the first recorded names the matter: all but that name. */
const unnamed = (story: CaseFacts): readonly string[] =>
  planned(story)
    .obligations.map((one) =>
      JSON.stringify({
        ...one,
        trigger: '',
        occurrence: 0,
        explanation: [],
        end: { ...one.end, by: '' },
      }),
    )
    .sort()

describe('the order in which the events of one day were recorded', () => {
  it('does not matter but for names, and where the handbook says what stands at the end of a day', () => {
    expectAlways('same day', inOtherTurns, ({ story, other }) => {
      expect(unnamed(other)).toEqual(unnamed(story))
    })
  })
})
