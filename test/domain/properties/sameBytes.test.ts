import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import { anyStory } from './anyStory'
import { expectAlways } from './expectAlways'
import { planned } from './planned'

/** The same values in objects of their own, with their keys in another order. */
function shuffled<T>(value: T, seed: number): T {
  if (value === null || typeof value !== 'object' || value instanceof LocalDate) return value
  if (Array.isArray(value)) return value.map((one: unknown) => shuffled(one, seed)) as T
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled<unknown>(inner, seed)] as const)
  const turn = seed % Math.max(1, entries.length)
  const turned = [...entries.slice(turn), ...entries.slice(0, turn)]
  return Object.fromEntries(seed % 2 === 0 ? turned : turned.reverse()) as T
}

/** What tries to change it throws. */
function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || value instanceof LocalDate) return value
  for (const inner of Object.values(value)) frozen<unknown>(inner)
  return Object.freeze(value)
}

describe('the same facts always give the same answer', () => {
  it('byte for byte: asked twice, from a copy with its keys in another order, and without touching the facts', () => {
    expectAlways('same bytes', fc.tuple(anyStory, fc.nat(20)), ([story, seed]) => {
      const once = JSON.stringify(planned(frozen(story)))
      expect(JSON.stringify(planned(story))).toBe(once)
      expect(JSON.stringify(planned(shuffled(story, seed)))).toBe(once)
    })
  })
})
