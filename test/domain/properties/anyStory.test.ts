import fc from 'fast-check'
import { EVENT_KINDS, payloadProblem } from '../../../domain/chronology/eventKinds'
import { RULE_IDS } from '../../../domain/policy/ruleIds'
import { anyStory, LAST } from './anyStory'
import { planned } from './planned'

const stories = fc.sample(anyStory, { numRuns: 1000, seed: 20261121 })
const events = stories.flatMap((story) => story.events)

describe('the stories that the properties are tried on', () => {
  it('hold every kind of event, each with a payload its kind allows', () => {
    const kinds = new Set(events.map(({ kind }) => kind))
    expect(EVENT_KINDS.filter((kind) => !kinds.has(kind))).toEqual([])
    expect(new Set(events.flatMap(({ kind, data }) => payloadProblem(kind, data) ?? []))).toEqual(new Set())
  })

  it('have one to three children and up to 60 events from 2024 to 2029', () => {
    expect(new Set(stories.map(({ children }) => children.length))).toEqual(new Set([1, 2, 3]))
    const sizes = stories.map((story) => story.events.length)
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([0, 60])
    const days = events.map(({ on }) => on.toString()).sort()
    expect(days[0]).toMatch(/^2024-0/)
    expect(days.at(-1)).toBe(LAST.toString())
  })

  it('are mostly plausible: every third makes a plan or more, and every rule makes obligations in five or more', () => {
    const rules = new Map<string, number>()
    let plans = 0
    for (const story of stories) {
      const ids = new Set(planned(story).obligations.map(({ rule }) => rule))
      for (const id of ids) rules.set(id, (rules.get(id) ?? 0) + 1)
      if (ids.has('review-first')) plans += 1
    }
    expect(plans).toBeGreaterThan(330)
    expect(RULE_IDS.filter((id) => (rules.get(id) ?? 0) < 5)).toEqual([])
    expect(rules.get('review-next')).toBeGreaterThan(100)
  })
})
