import fc from 'fast-check'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { effectiveEvents } from '../../../domain/chronology/effectiveEvents'
import type { AgendaLine } from '../../../domain/agenda/agendaLine'
import { keyOf } from '../../../domain/timeline/obligation'
import { anyStory } from './anyStory'
import { asking, look } from './asking'
import { expectAlways } from './expectAlways'
import { planned } from './planned'

/** A story; the same with one event that stands moved or taken back; and with that event put back as it was. */
const thereAndBack = fc
  .record({
    story: anyStory,
    which: fc.nat(59),
    moved: fc.integer({ min: -60, max: 60 }),
    isVoid: fc.nat(4),
    days: fc.nat(300),
  })
  .map(({ story, which, moved, isVoid, days }) => {
    // Only what stands: to correct the losing one of two corrections makes it the last one, and it wins.
    const ids = new Set(effectiveEvents(story.events).events.map(({ id }) => id))
    const standing = story.events.filter(({ id }) => ids.has(id))
    const one = standing[which % Math.max(1, standing.length)]
    if (one === undefined) return undefined
    const away = { ...one, void: false, id: 'away', on: one.on.plusDays(moved), supersedes: one.id } as ChronologyEvent
    const back = { ...one, id: 'back', supersedes: 'away' } as ChronologyEvent
    const gone = isVoid === 0 ? ({ ...away, void: true } as ChronologyEvent) : away
    const moves: CaseFacts = { ...story, events: [...story.events, gone] }
    return { story, one, moves, restored: { ...moves, events: [...moves.events, back] }, today: one.on.plusDays(days) }
  })
  .filter((drawn) => drawn !== undefined)

const perReader = (lines: readonly AgendaLine[]): string[] => lines.map((line) => `${keyOf(line)} ${line.to}`)

describe('an event corrected, and corrected back', () => {
  it('is the event it was, but for its id', () => {
    expectAlways('restored', thereAndBack, ({ story, one, restored }) => {
      const again = JSON.stringify(planned(restored)).replaceAll('"back"', JSON.stringify(one.id))
      expect(JSON.parse(again)).toEqual(JSON.parse(JSON.stringify(planned(story))))
    })
  })

  it('a date that moves away and back tells nothing where nobody was told meanwhile, and each reader once where somebody was', () => {
    expectAlways('moved and back', thereAndBack, ({ story, moves, restored, today }) => {
      const planner = asking()
      const [first, away, back] = [story, moves, restored].map((facts) => {
        const known = planned(facts)
        const said = planner.ask(known, today)
        expect(new Set(perReader(said)).size).toBe(said.length)
        expect(planner.ask(known, today)).toEqual([])
        return { said, untold: look(known, today).write }
      })
      const meanwhile = new Set(away?.said.map(keyOf))
      // Told at the first date or not told at all: either way nothing is said when it comes back unless the date in between was told.
      const again = back?.said.filter((line) => !meanwhile.has(keyOf(line))) ?? []
      expect(again.filter((line) => first?.untold.some((other) => keyOf(other) === keyOf(line)))).toEqual([])
      expect(perReader(back?.untold ?? [])).toEqual(perReader(first?.untold ?? []))
    })
  })
})
