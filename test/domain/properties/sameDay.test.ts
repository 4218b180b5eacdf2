import fc from 'fast-check'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { anyStory } from './anyStory'
import { expectAlways } from './expectAlways'
import { planned } from './planned'

/** Every event in its own day and turn, those of one day in another turn. */
const otherTurn = fc
  .tuple(anyStory, fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 }))
  .map(([story, turns]) => ({ story, other: { ...story, events: turned(story.events, turns) } }))

const turned = (events: readonly ChronologyEvent[], turns: readonly number[]): readonly ChronologyEvent[] => {
  const places = events.map((event, index) => ({ event, turn: turns[index] ?? 0 }))
  return [...places].sort((a, b) => a.event.on.compareTo(b.event.on) || a.turn - b.turn).map(({ event }) => event)
}

const inTurn = (story: CaseFacts): CaseFacts => ({
  ...story,
  events: [...story.events].sort((a, b) => a.on.compareTo(b.on)),
})
const obligationsOf = (story: CaseFacts) => planned(story).obligations.map((one) => JSON.stringify(one))

describe('the order in which the events of one day were recorded', () => {
  it('does not matter', () => {
    expectAlways('same day', otherTurn, ({ story, other }) => {
      expect(obligationsOf(other)).toEqual(obligationsOf(inTurn(story)))
    })
  })
})
