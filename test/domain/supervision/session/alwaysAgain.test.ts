import fc from 'fast-check'
import type { LocalDate } from '@js-joda/core'
import { rungOfStep } from '../../../../domain/escalation/ladder'
import type { SessionFacts } from '../../../../domain/supervision/session/sessionFacts'
import type { SessionTold } from '../../../../domain/supervision/session/sessionLine'
import { expectAlways } from '../../properties/expectAlways'
import { anyStory, knownBy } from './anySession'
import { daysOver, keyOf, look, mattersOf, MINUTE, momentOf, noted, tellOn } from './telling'

const RUNS = 300
/** Days after a session by which the highest rung has been told, also when it is asked every third day. */
const LONG = 130

interface Spanned {
  readonly facts: SessionFacts
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What is known of any session on any day of it, when nothing becomes known any more. */
const anyFacts: fc.Arbitrary<Spanned> = fc.tuple(anyStory, fc.nat(120)).map(([story, after]) => ({
  facts: knownBy(story, story.facts.plannedOn.plusDays(after)),
  ...{ from: story.facts.plannedOn, to: story.facts.on.plusDays(LONG) },
}))

const about =
  ({ step, subject }: Pick<SessionTold, 'step' | 'subject'>) =>
  (one: SessionTold): boolean =>
    one.step === step && one.subject === subject

describe('asked every third day', () => {
  it('tells some of what is told day by day, and climbs the same rungs in the same order', () => {
    expectAlways(
      'session every third day',
      fc.tuple(anyFacts, fc.nat(2)),
      ([{ facts, from, to }, first]) => {
        const daily = tellOn(daysOver(from, to), facts)
        const seldom = tellOn(daysOver(from.plusDays(first), to, 3), facts)
        const keys = new Set(daily.map(keyOf))
        expect(seldom.map(keyOf).filter((key) => !keys.has(key))).toEqual([])
        for (const matter of mattersOf(facts)) {
          const rungsIn = (told: readonly SessionTold[]): readonly string[] =>
            told.filter(about(matter)).flatMap(({ tell }) => (rungOfStep(tell) === undefined ? [] : tell))
          const climbed = rungsIn(seldom)
          // What is said only until the day of the session may run out of days.
          const most = matter.speaksUntil === null ? undefined : climbed.length
          expect(climbed).toEqual(rungsIn(daily).slice(0, most))
        }
      },
      RUNS,
    )
  })
})

/** What is wrong with the moments a session names, asked four times a day from one day to another. */
function wrongMoments({ facts, from, to }: Spanned): readonly string[] {
  const wrong: string[] = []
  let told = noted(look(facts, from, [], 0), from)
  let next = look(facts, from, told, 0).nextMoment
  for (const today of daysOver(from, to))
    for (const minutes of [1, MINUTE - 1, MINUTE, 18 * 60]) {
      const now = momentOf(today, minutes)
      const { write, nextMoment } = look(facts, today, told, minutes)
      const isDue = next !== null && now >= next
      if (isDue !== write.length > 0)
        wrong.push(`${today.toString()}: due ${String(isDue)}, says ${String(write.length)}`)
      if (nextMoment !== null && nextMoment <= now) wrong.push(`${today.toString()}: looks again in the past`)
      next = nextMoment
      told = [...told, ...noted({ write }, today)]
    }
  return next === null ? wrong : [...wrong, 'never ends']
}

describe('the next moment', () => {
  it('lies after now; before it nothing is said, at it something is, and where there is none nothing ever is', () => {
    expectAlways(
      'session next moment',
      fc.tuple(anyFacts, fc.nat(100)),
      ([{ facts, from, to }, start]) => {
        expect(wrongMoments({ facts, from: from.plusDays(start), to })).toEqual([])
      },
      RUNS,
    )
  })
})

describe('a session that is moved', () => {
  it('is told anew for its new day only', () => {
    const by = fc.integer({ min: -20, max: 40 }).filter((days) => days !== 0)
    expectAlways(
      'session moved',
      fc.tuple(anyFacts, fc.nat(60), by),
      ([{ facts, from, to }, after, days]) => {
        const movedOn = from.plusDays(after)
        const moved = { ...facts, on: facts.on.plusDays(days), plannedOn: movedOn }
        const before = tellOn(daysOver(from, movedOn), facts)
        const later = daysOver(movedOn, to.plusDays(60))
        const since = tellOn(later, moved, before)
        const anew = tellOn(later, moved)
        const said = new Set(before.map(keyOf))
        expect(since.map(keyOf).filter((key) => said.has(key))).toEqual([])
        for (const matter of mattersOf(moved)) {
          const dueOn = matter.dueOn.toString()
          const spoken = since.filter(about(matter))
          expect(spoken.filter((one) => one.dueOn !== dueOn)).toEqual([])
          const counts = before.some((one) => about(matter)(one) && one.dueOn === dueOn)
          expect(counts ? [] : spoken).toEqual(counts ? [] : anew.filter(about(matter)))
        }
      },
      RUNS,
    )
  })
})
